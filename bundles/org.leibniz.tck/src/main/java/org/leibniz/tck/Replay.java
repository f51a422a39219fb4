package org.leibniz.tck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Notebook;
import org.leibniz.api.executor.ProgramExecutor;

/** Runs recorded blocks as notebook sessions and compares. */
final class Replay {
  /** One problem whose execution differs, by its first block that does. */
  record Difference(int id, int block, String code, String recorded, String live, String status) {}

  record Report(String name, int problems, int blocks, List<Difference> differences, double seconds) {
    double agreement() {
      return 100.0 * (problems - differences.size()) / problems;
    }

    String line() {
      return "%s: %d of %d problems as recorded (%.2f %%), %d blocks, %.1f s, %.1f problems/s"
          .formatted(
              name, problems - differences.size(), problems, agreement(), blocks, seconds, problems / seconds);
    }
  }

  private Replay() {}

  /** All sessions at once; the executor lets as many run as it has workers. */
  static Report of(String name, List<Recording> recordings, ProgramExecutor executor, int atATime)
      throws InterruptedException {
    List<Difference> differences = Collections.synchronizedList(new ArrayList<>());
    Semaphore room = new Semaphore(atATime);
    long start = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (Recording recording : recordings) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    room.acquireUninterruptibly();
                    try {
                      replay(recording, executor, differences);
                    } finally {
                      room.release();
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    int blocks = recordings.stream().mapToInt(recording -> recording.blocks().size()).sum();
    double seconds = (System.nanoTime() - start) / 1e9;
    differences.sort(java.util.Comparator.comparingInt(Difference::id));
    return new Report(name, recordings.size(), blocks, differences, seconds);
  }

  private static void replay(Recording recording, ProgramExecutor executor, List<Difference> differences) {
    if (recording.blocks().isEmpty()) {
      return;
    }
    try (Notebook notebook = executor.open(0)) {
      for (int i = 0; i < recording.blocks().size(); i++) {
        Recording.Block block = recording.blocks().get(i);
        Execution execution = notebook.run(block.code());
        String live = shown(execution);
        if (!live.equals(block.result().strip())) {
          differences.add(
              new Difference(recording.id(), i, block.code(), block.result(), live, execution.status().id()));
          return;
        }
      }
    }
  }

  private static String shown(Execution execution) {
    String stripped = execution.display().strip();
    return stripped.isEmpty() ? "<empty_execution>" : stripped;
  }
}
