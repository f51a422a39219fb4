package org.leibniz.store.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.leibniz.api.LeibnizException;
import org.leibniz.store.RunRow;

/** Finds the run a person means: an id, a name (the newest of that name), a unique prefix of an id, or {@code @last}. */
final class RunFinder {
  private static final int SHOWN = 5;

  private RunFinder() {}

  static RunRow find(List<RunRow> newestFirst, String text) {
    String asked = text.strip();
    if (newestFirst.isEmpty()) {
      throw LeibnizException.usage("no run '" + asked + "': this workspace has no runs yet");
    }
    if (asked.equals("@last")) {
      return newestFirst.getFirst();
    }
    String id = asked.toLowerCase(Locale.ROOT);
    for (RunRow run : newestFirst) {
      if (run.id().equals(id)) {
        return run;
      }
    }
    for (RunRow run : newestFirst) {
      if (run.name().equals(asked)) {
        return run;
      }
    }
    List<RunRow> begun = asked.isEmpty() ? List.of() : newestFirst.stream().filter(run -> run.id().startsWith(id)).toList();
    if (begun.size() == 1) {
      return begun.getFirst();
    }
    if (begun.size() > 1) {
      throw LeibnizException.usage("'" + asked + "' begins the ids of " + begun.size() + " runs: " + shown(begun));
    }
    List<RunRow> near = near(newestFirst, asked);
    String count = newestFirst.size() == 1 ? "1 run" : newestFirst.size() + " runs";
    throw LeibnizException.usage(
        "no run '"
            + asked
            + "' among "
            + count
            + (near.isEmpty() ? "; the newest is " + shown(newestFirst.subList(0, 1)) : "; near it: " + shown(near)));
  }

  private static String shown(List<RunRow> runs) {
    String list = runs.stream().limit(SHOWN).map(run -> run.id() + " (" + run.name() + ")").collect(Collectors.joining(", "));
    return runs.size() > SHOWN ? list + ", …" : list;
  }

  private static List<RunRow> near(List<RunRow> runs, String asked) {
    String wanted = asked.toLowerCase(Locale.ROOT);
    List<RunRow> near = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (RunRow run : runs) {
      String name = run.name().toLowerCase(Locale.ROOT);
      boolean isNear = !wanted.isEmpty() && name.contains(wanted) || distance(name, wanted) <= Math.max(2, wanted.length() / 4);
      if (isNear && !names.contains(name)) {
        names.add(name);
        near.add(run);
      }
    }
    return near;
  }

  /** Levenshtein distance; long texts count as far apart. */
  private static int distance(String first, String second) {
    if (first.length() > 100 || second.length() > 100) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[second.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= first.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[second.length()];
  }
}
