package org.leibniz.store.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Problem;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStatus;
import org.leibniz.store.RunStore;
import org.leibniz.store.SampleKey;

/**
 * A process that begins or resumes a run and appends its samples on many threads until it is killed, writing each one to
 * standard output after it was acknowledged.
 */
final class KilledWriter {
  static final int PROBLEMS = 2000;
  private static final int THREADS = 32;

  private KilledWriter() {}

  public static void main(String[] arguments) throws InterruptedException {
    List<Problem> problems = Fixtures.problems(PROBLEMS);
    RunStore store = new H2RunStores().open(Path.of(arguments[0]));
    RunRow run =
        store.unfinished("plan").map(found -> store.resume(found.key())).orElseGet(() -> store.begin(Fixtures.run("killed", "plan"), problems));
    Set<SampleKey> committed = store.committed(run.key());
    AtomicInteger next = new AtomicInteger();
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> cancel(store, run)));
    System.out.println("ready " + run.id());
    for (int t = 0; t < THREADS; t++) {
      Thread.startVirtualThread(
          () -> {
            while (true) {
              int i = next.getAndIncrement();
              SampleKey key = new SampleKey(problems.get(i % PROBLEMS).id(), i / PROBLEMS);
              if (!committed.contains(key)) {
                try {
                  store.append(run.key(), Fixtures.sample(problems.get(i % PROBLEMS), i / PROBLEMS));
                } catch (LeibnizException _) {
                  return;
                }
                System.out.println("done " + key.problem() + " " + key.sample());
              }
            }
          });
    }
    Thread.sleep(120_000);
  }

  /** What a program does that is asked to end; by then the database may have closed itself in a hook of its own. */
  private static void cancel(RunStore store, RunRow run) {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      return;
    }
    store.finish(run.key(), RunStatus.CANCELLED, 1);
    System.out.println("finished");
  }
}
