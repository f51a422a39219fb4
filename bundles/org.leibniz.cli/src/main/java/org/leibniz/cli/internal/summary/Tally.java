package org.leibniz.cli.internal.summary;

import java.util.EnumMap;
import java.util.Map;
import org.leibniz.api.grader.Outcome;

/** Counted outcomes of a part of a run. Mutable while it is counted; used by one thread. */
public final class Tally {
  private final String name;
  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);

  public Tally(String name) {
    this.name = name;
  }

  public void add(Outcome outcome, long n) {
    outcomes.merge(outcome, n, Long::sum);
  }

  public String name() {
    return name;
  }

  public long n() {
    return outcomes.values().stream().mapToLong(Long::longValue).sum();
  }

  public long count(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }

  public long correct() {
    return count(Outcome.CORRECT);
  }

  /** Outcomes that occurred, in the order of {@link Outcome}. */
  public Map<Outcome, Long> outcomes() {
    return Map.copyOf(outcomes).isEmpty() ? Map.of() : new EnumMap<>(outcomes);
  }
}
