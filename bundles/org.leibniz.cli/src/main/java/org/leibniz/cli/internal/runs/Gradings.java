package org.leibniz.cli.internal.runs;

import java.util.ArrayList;
import java.util.List;
import org.leibniz.api.LeibnizException;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.store.Grading;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;

/** Finds one of a run's gradings as people name it. */
public final class Gradings {
  private Gradings() {}

  /** The newest grading by grader {@code written}; {@code ID#N} means the N-th of that grader, counted from 1. */
  public static Grading find(RunStore store, RunRow run, String written) {
    int hash = written.indexOf('#');
    String id = hash < 0 ? written : written.substring(0, hash);
    List<Grading> all = store.gradings(run.key());
    List<Grading> same = new ArrayList<>(all.stream().filter(grading -> grading.spec().grader().equals(id)).toList());
    if (same.isEmpty()) {
      throw LeibnizException.usage(
          "run " + run.id() + " was not graded by '" + id + "' (it was by: "
              + String.join(", ", all.stream().map(grading -> grading.spec().grader()).distinct().toList())
              + "); first: leibniz grade " + run.id() + " --grader " + id);
    }
    if (hash < 0) {
      return same.getLast();
    }
    String number = written.substring(hash + 1);
    if (!number.matches("[1-9][0-9]{0,5}") || Integer.parseInt(number) > same.size()) {
      throw LeibnizException.usage("'" + written + "': expected " + id + "#1 to " + id + "#" + same.size());
    }
    return same.get(Integer.parseInt(number) - 1);
  }

  /** The grader with its options, where it has any, as {@code exact (answer=auto)}. */
  public static String name(Grading grading) {
    List<String> options =
        Json.parse(grading.spec().options()).properties().stream()
            .map(field -> field.getKey() + "=" + (field.getValue().isTextual() ? field.getValue().asText() : field.getValue()))
            .toList();
    return grading.spec().grader() + (options.isEmpty() ? "" : " (" + String.join(", ", options) + ")");
  }
}
