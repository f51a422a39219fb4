package org.leibniz.trainer.sft.internal.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which example comes next. Each form's examples are gone through in a new order every time around; the forms take turns so
 * that each has had its share at any moment. All of it follows from the seed and how many examples each form has given, so
 * that these numbers are all there is to keep of its position.
 */
public final class Mixture {
  /** The one form where no mixture is asked for. */
  static final String ALL = "";

  private final SortedMap<String, Turn> turns = new TreeMap<>();
  private final long seed;
  private SortedMap<String, Double> shares = new TreeMap<>();

  /** A form's examples and how far they are. */
  private static final class Turn {
    private final List<Example> examples = new ArrayList<>();
    private long drawn;
    private double owed;
    private long orderedFor = -1;
    private int[] order = {};
  }

  /** @param phases empty for all examples alike */
  public Mixture(Corpus corpus, List<Phase> phases, long seed) {
    this.seed = seed;
    for (Example example : corpus.examples()) {
      turns.computeIfAbsent(phases.isEmpty() ? ALL : example.form(), form -> new Turn()).examples.add(example);
    }
    shares.put(ALL, 1.0);
  }

  /** Whether there are examples of a form. */
  public boolean has(String form) {
    return turns.containsKey(form);
  }

  /** From here on the forms come in these shares. */
  void shares(SortedMap<String, Double> wanted) {
    if (!wanted.equals(shares)) {
      turns.values().forEach(turn -> turn.owed = 0);
      shares = wanted;
    }
  }

  Example peek() {
    Turn turn = next();
    return turn.examples.get(place(turn));
  }

  /** Takes the example that {@link #peek} shows. */
  void advance() {
    Turn next = next();
    double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    shares.forEach((form, share) -> turns.get(form).owed += share / sum);
    next.owed -= 1;
    next.drawn++;
  }

  /** The form that has had too little most; among equals the first by name. */
  private Turn next() {
    Turn best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (Map.Entry<String, Double> share : shares.entrySet()) {
      Turn turn = turns.get(share.getKey());
      double owed = turn.owed + share.getValue() / shares.values().stream().mapToDouble(Double::doubleValue).sum();
      if (share.getValue() > 0 && owed > most + 1e-9) {
        best = turn;
        most = owed;
      }
    }
    return best;
  }

  private int place(Turn turn) {
    int size = turn.examples.size();
    long round = turn.drawn / size;
    if (turn.orderedFor != round) {
      turn.order = order(size, new Random(Arrays.hashCode(new long[] {seed, round, size})));
      turn.orderedFor = round;
    }
    return turn.order[(int) (turn.drawn % size)];
  }

  private static int[] order(int size, Random random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  /** Where it is: for each form how many examples it has given, and how many it is owed. */
  public record Position(Map<String, Long> drawn, Map<String, Double> owed) {}

  public Position position() {
    Map<String, Long> drawn = new HashMap<>();
    Map<String, Double> owed = new HashMap<>();
    turns.forEach(
        (form, turn) -> {
          drawn.put(form, turn.drawn);
          owed.put(form, turn.owed);
        });
    return new Position(drawn, owed);
  }

  /** Goes to a position of a mixture of the same corpus. */
  public void restore(Position position, SortedMap<String, Double> current) {
    shares = current;
    turns.forEach(
        (form, turn) -> {
          turn.drawn = position.drawn.getOrDefault(form, 0L);
          turn.owed = position.owed.getOrDefault(form, 0.0);
        });
  }

  /** The shares of a step. */
  static SortedMap<String, Double> sharesAt(List<Phase> phases, long step, long steps) {
    for (Phase phase : phases) {
      if (step <= phase.until() * steps) {
        return phase.shares();
      }
    }
    return phases.isEmpty() ? new TreeMap<>(Map.of(ALL, 1.0)) : phases.getLast().shares();
  }
}
