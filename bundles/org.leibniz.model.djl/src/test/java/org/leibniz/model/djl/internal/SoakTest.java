package org.leibniz.model.djl.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.leibniz.api.CallId;
import org.leibniz.api.Config;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.GenerationRequest;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.Sampling;
import org.leibniz.api.model.Stops;
import org.leibniz.api.model.TokenModel;
import org.leibniz.api.model.TokenModel.EndToken;

/**
 * Memory under long use, on the checkpoint that {@code LEIBNIZ_SOAK} names: {@code LEIBNIZ_SOAK_TOKENS} tokens
 * (100,000 where
 * absent) and 1,000 cancelled requests. docs/models.md has the command.
 */
@EnabledIfEnvironmentVariable(named = "LEIBNIZ_SOAK", matches = ".+")
class SoakTest {
  private static final long MEBIBYTE = 1 << 20;
  private static final int BATCH = 8;
  private static final int REPLY = 64;

  private static TokenModel open() {
    return (TokenModel) new DjlBackend()
        .open(Config.of(Map.of("path", System.getenv("LEIBNIZ_SOAK"), "batch", (long) BATCH, "context", 256L)));
  }

  private static GenerationRequest request(int number) {
    Decoding decoding = new Decoding(new Sampling(0.8, 40, 0.95, 0, 1.05), Stops.NONE, REPLY);
    return new GenerationRequest(new CallId("p", number, "", 0),
        Prompt.of("Question " + number + ": what is " + number + " + 1?"), decoding, number);
  }

  private static long resident() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
      }
    }
    throw new AssertionError("no VmRSS; this test needs Linux");
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static int generate(TokenModel model, ExecutorService threads, int from, int requests) throws Exception {
    List<Future<Integer>> replies = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      int number = from + i;
      replies.add(threads.submit(() -> model.complete(request(number), EndToken.IGNORED).ids().size()));
    }
    int tokens = 0;
    for (Future<Integer> reply : replies) {
      tokens += reply.get();
    }
    return tokens;
  }

  @Test
  void memoryStaysFlat() throws Exception {
    int wanted = Integer.parseInt(System.getenv().getOrDefault("LEIBNIZ_SOAK_TOKENS", "100000"));
    try (TokenModel model = open();
        ExecutorService threads = Executors.newFixedThreadPool(BATCH)) {
      int tokens = generate(model, threads, 0, 16 * BATCH);
      long heap = heap();
      long resident = resident();
      System.out.printf("soak: warm after %,d tokens, heap %d MiB, resident %d MiB%n", tokens, heap / MEBIBYTE,
          resident / MEBIBYTE);
      for (int done = 0; done < wanted; ) {
        int some = generate(model, threads, tokens + done, 16 * BATCH);
        done += some;
        System.out.printf("soak: %,d tokens, heap %d MiB, resident %d MiB%n", done, heap() / MEBIBYTE,
            resident() / MEBIBYTE);
      }
      assertThat(heap() - heap).as("growth of the heap").isLessThan(16 * MEBIBYTE);
      assertThat(resident() - resident).as("growth of resident memory").isLessThan(64 * MEBIBYTE);
    }
  }

  @Test
  void cancelledRequestsLeaveNothing() throws Exception {
    try (TokenModel model = open();
        ExecutorService threads = Executors.newFixedThreadPool(BATCH)) {
      generate(model, threads, 0, 4 * BATCH);
      cancel(model, 100);
      long heap = heap();
      long resident = resident();
      cancel(model, 1000);
      System.out.printf("soak: 1,000 cancelled, heap %+d KiB, resident %+d KiB%n", (heap() - heap) >> 10,
          (resident() - resident) >> 10);
      assertThat(heap() - heap).as("growth of the heap").isLessThan(8 * MEBIBYTE);
      assertThat(resident() - resident).as("growth of resident memory").isLessThan(64 * MEBIBYTE);
      assertThat(generate(model, threads, 0, BATCH)).isEqualTo(BATCH * REPLY);
    }
  }

  private static void cancel(TokenModel model, int count) throws InterruptedException {
    for (int first = 0; first < count; first += 2 * BATCH) {
      List<Thread> callers = new ArrayList<>();
      for (int i = first; i < Math.min(count, first + 2 * BATCH); i++) {
        int number = i;
        callers.add(Thread.ofVirtual().start(() -> cancelled(model, number)));
      }
      Thread.sleep(first % 5 * 3L);
      callers.forEach(Thread::interrupt);
      for (Thread caller : callers) {
        caller.join();
      }
    }
  }

  private static void cancelled(TokenModel model, int number) {
    try {
      model.complete(request(number), EndToken.IGNORED);
    } catch (LeibnizException e) {
      if (e.code() != ErrorCode.CANCELLED) {
        throw e;
      }
    }
  }
}
