package org.leibniz.benchmark.executors;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Notebook;
import org.leibniz.api.executor.ProgramExecutor;

/** Runs sessions on an executor, several at a time, as a run does. */
record Sessions(ProgramExecutor executor) {
  private static final int IN_FLIGHT = 8;

  /** The last result of each session. */
  List<Execution> run(List<List<String>> sessions) throws InterruptedException, ExecutionException {
    Semaphore room = new Semaphore(IN_FLIGHT);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Execution>> running = new ArrayList<>();
      for (List<String> blocks : sessions) {
        room.acquire();
        running.add(
            threads.submit(
                () -> {
                  try {
                    return run(blocks, executor);
                  } finally {
                    room.release();
                  }
                }));
      }
      List<Execution> ended = new ArrayList<>();
      for (Future<Execution> one : running) {
        ended.add(one.get());
      }
      return ended;
    }
  }

  private static Execution run(List<String> blocks, ProgramExecutor executor) {
    try (Notebook notebook = executor.open(0)) {
      Execution last = null;
      for (String block : blocks) {
        last = notebook.run(block);
      }
      return last;
    }
  }
}
