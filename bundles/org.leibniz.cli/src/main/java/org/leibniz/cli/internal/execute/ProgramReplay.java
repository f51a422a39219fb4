package org.leibniz.cli.internal.execute;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leibniz.api.CallId;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Notebook;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.engine.CallSeeds;
import org.leibniz.store.CallRecord.Executed;
import org.leibniz.store.CallRecord;

/** Runs a stored sample's programs again, notebook by notebook, until one gives something else. Thread-safe. */
record ProgramReplay(ProgramExecutor executor, CallSeeds seeds) {
  /**
   * What became of a sample's programs.
   *
   * @param ran how many were run
   * @param difference the first that gave something else
   */
  record Result(String problem, int sample, int ran, Optional<Difference> difference) {}

  /** A program that gave something else than before. */
  record Difference(String branch, int ordinal, String field, String before, String now) {}

  Result replay(String problem, int sample, List<CallRecord> calls) {
    Map<String, Notebook> notebooks = new LinkedHashMap<>();
    int ran = 0;
    try {
      for (CallRecord call : calls) {
        if (!(call instanceof Executed executed) || executed.result().isEmpty()) {
          continue;
        }
        ran++;
        Optional<Difference> difference = compare(executed, run(problem, sample, executed, notebooks));
        if (difference.isPresent()) {
          return new Result(problem, sample, ran, difference);
        }
      }
      return new Result(problem, sample, ran, Optional.empty());
    } finally {
      notebooks.values().forEach(Notebook::close);
    }
  }

  private Execution run(String problem, int sample, Executed executed, Map<String, Notebook> notebooks) {
    String branch = executed.place().branch();
    if (!executed.notebook()) {
      return executor.run(executed.code(), seeds.of(new CallId(problem, sample, branch, executed.place().ordinal())));
    }
    return notebooks
        .computeIfAbsent(branch, name -> executor.open(seeds.of(new CallId(problem, sample, name, 0))))
        .run(executed.code());
  }

  private static Optional<Difference> compare(Executed executed, Execution now) {
    Execution before = executed.result().orElseThrow();
    if (before.status() != now.status()) {
      return Optional.of(difference(executed, "status", before.status().id(), now.status().id()));
    }
    if (!before.display().equals(now.display())) {
      return Optional.of(difference(executed, "output", before.display(), now.display()));
    }
    return Optional.empty();
  }

  private static Difference difference(Executed executed, String field, String before, String now) {
    return new Difference(executed.place().branch(), executed.place().ordinal(), field, before, now);
  }
}
