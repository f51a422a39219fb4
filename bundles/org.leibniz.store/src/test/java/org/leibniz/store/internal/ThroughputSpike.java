package org.leibniz.store.internal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Status;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.Part;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Usage;
import org.leibniz.api.strategy.Segment;
import org.leibniz.api.strategy.Solution;
import org.leibniz.store.CallRecord;
import org.leibniz.store.FinishedSample;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStatus;
import org.leibniz.store.RunStore;
import org.leibniz.store.SampleKey;
import org.leibniz.store.SampleQuery;

/**
 * Measures how many samples a second the store commits, and how fast they are read. Not a test: run {@code main} with the
 * number of samples, of virtual threads and of rounds, and a folder.
 */
final class ThroughputSpike {
  private static final String[] WORDS =
      "the number of apples is twice what we had before so add three and divide by total cost per each".split(" ");

  private ThroughputSpike() {}

  public static void main(String[] arguments) throws Exception {
    int samples = Integer.parseInt(arguments[0]);
    int threads = Integer.parseInt(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    Path folder = arguments.length > 3 ? Path.of(arguments[3]) : Files.createTempDirectory("leibniz-spike");
    try (RunStore store = new H2RunStores().open(folder)) {
      for (int round = 0; round < rounds; round++) {
        write(store, samples, threads, round);
      }
      RunRow run = store.find("@last");
      time("graded", samples, () -> store.graded(run.key(), store.gradings(run.key()).getFirst().key()).count());
      time("committed", samples, () -> (long) store.committed(run.key()).size());
      time("samples", 5000, () -> store.samples(SampleQuery.all(run.key())).limit(5000).count());
      time("summary", 1, () -> (long) store.summary(store.gradings(run.key()).getFirst().key()).size());
      time("sql", 1, () -> (long) store.query("select outcome, count(*), avg(millis) from samples where run = '" + run.id() + "' group by outcome").rows().size());
      time("sql calls", 1, () -> (long) store.query("select kind, count(*), avg(millis) from calls where run = '" + run.id() + "' group by kind").rows().size());
    }
    System.out.printf(Locale.ROOT, "file %.1f MB%n", Files.size(folder.resolve("runs.mv.db")) / 1e6);
  }

  private interface Reading {
    long read();
  }

  private static void time(String what, int n, Reading reading) {
    long start = System.nanoTime();
    long read = reading.read();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(Locale.ROOT, "%s: %d in %.3f s (%.0f/s)%n", what, read, seconds, n / seconds);
  }

  private static void write(RunStore store, int samples, int threads, int round) throws InterruptedException {
    int problems = Math.min(samples, Integer.getInteger("problems", 10_000));
    List<Problem> list = new ArrayList<>();
    for (int i = 0; i < problems; i++) {
      list.add(new Problem("p" + i, i, "What is " + i + "?", "s" + i % 7, 1 + i % 5, List.of(), "" + i, "", Map.of()));
    }
    RunRow run = store.begin(Fixtures.run("spike" + round), list);
    AtomicInteger next = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(threads);
    String[] replies = replies();
    long writerStart = writerCpu();
    long allStart = processCpu();
    long start = System.nanoTime();
    for (int t = 0; t < threads; t++) {
      Thread.startVirtualThread(
          () -> {
            for (int i = next.getAndIncrement(); i < samples; i = next.getAndIncrement()) {
              store.append(run.key(), sample(list.get(i % problems), i / problems, replies[i % replies.length], i));
            }
            done.countDown();
          });
    }
    done.await();
    double seconds = (System.nanoTime() - start) / 1e9;
    double writer = (writerCpu() - writerStart) / 1e9;
    double all = (processCpu() - allStart) / 1e9;
    store.finish(run.key(), RunStatus.FINISHED, seconds);
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    System.out.printf(
        Locale.ROOT,
        "%d samples, %d threads: %.2f s, %.0f samples/s; cpu us/sample writer %.1f all %.1f; heap after gc %d MB%n",
        samples,
        threads,
        seconds,
        samples / seconds,
        writer * 1e6 / samples,
        all * 1e6 / samples,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  private static long writerCpu() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (long id : threads.getAllThreadIds()) {
      ThreadInfo info = threads.getThreadInfo(id);
      if (info != null && info.getThreadName().equals("leibniz-store-writer")) {
        return threads.getThreadCpuTime(id);
      }
    }
    return 0;
  }

  private static long processCpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }

  private static String[] replies() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    String[] replies = new String[5000];
    for (int i = 0; i < replies.length; i++) {
      StringBuilder reply = new StringBuilder();
      for (int word = 0; word < 170; word++) {
        reply.append(WORDS[random.nextInt(WORDS.length)]).append(word % 12 == 11 ? "\n" : " ");
      }
      replies[i] = reply.append("\nx = ").append(random.nextInt(100000)).append("\nprint(x * 3)\n").toString();
    }
    return replies;
  }

  private static FinishedSample sample(Problem problem, int number, String reply, int i) {
    int codeAt = reply.lastIndexOf("x = ");
    String code = reply.substring(codeAt);
    String output = Integer.toString(i * 3);
    List<CallRecord> calls =
        List.of(
            new CallRecord.Generated(
                new CallRecord.Place("", 0, -1, 0, 1000),
                "policy",
                new Prompt(List.of(new Part.Text(Fixtures.SHOTS), new Part.Text(problem.question()))),
                Fixtures.GREEDY,
                i * 31L,
                Optional.of(new Generation(reply, Stop.END, Optional.empty(), false, new Usage(250, 200))),
                "",
                false),
            new CallRecord.Executed(
                new CallRecord.Place("", 1, 0, 1000, 5),
                code,
                false,
                Optional.of(new Execution(Status.OK, "", output + "\n", "", output + "\n", Execution.ErrorInfo.NONE, 4, 3)),
                ""));
    Solution solution =
        new Solution(
            List.of(
                new Segment.Text(reply.substring(0, codeAt), "", 0),
                new Segment.Code(code, "", 0),
                new Segment.Output(output, "", 1)),
            output,
            Solution.Ending.FINISHED);
    return new FinishedSample(
        new SampleKey(problem.id(), number),
        solution,
        "",
        Set.of(),
        "0f343b0931126a20f133d67c2b018a3b0f343b0931126a20f133d67c2b018a3b",
        Instant.now(),
        1005,
        calls,
        List.of(Fixtures.verdict(i % 3 == 0 ? Outcome.CORRECT : Outcome.WRONG, output)));
  }
}
