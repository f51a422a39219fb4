package org.leibniz.model.openai.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.Model;
import org.leibniz.api.model.Usage;

@Timeout(60)
class MisbehavingServerTest {
  private Loopback server;

  @BeforeEach
  void start() throws IOException {
    server = new Loopback();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private Generation ask(Map<String, Object> settings) {
    try (Model model = Asking.open(server, settings)) {
      return model.generate(Asking.request("hello"));
    }
  }

  private LeibnizException refusal(Map<String, Object> settings) {
    LeibnizException refusal = catchThrowableOfType(LeibnizException.class, () -> ask(settings));
    assertThat(refusal.getMessage()).doesNotContain("\n").doesNotContain("sk-very-secret-1234");
    assertThat(refusal.code()).isEqualTo(ErrorCode.MODEL_FAILED);
    return refusal;
  }

  @Test
  void waitsAsLongAsAskedAfterTooManyRequests() {
    server.then((request, out) -> Loopback.whole(out, 429, "{\"error\": {\"message\": \"slow down\"}}",
        "Retry-After: 1"));
    assertThat(ask(Map.of()).raw()).isEqualTo("fine");
    assertThat(server.arrivals).hasSize(2);
    assertThat(Duration.ofNanos(server.arrivals.get(1) - server.arrivals.get(0)))
        .isGreaterThanOrEqualTo(Duration.ofMillis(1000));
  }

  @Test
  void otherCallsWaitAsWell() throws Exception {
    server.then((request, out) -> Loopback.whole(out, 429, "{}", "Retry-After: 1"));
    try (Model model = Asking.open(server, Map.of("concurrency", 4L));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Generation> first = threads.submit(() -> model.generate(Asking.request("first")));
      while (server.arrivals.isEmpty()) {
        Thread.sleep(5);
      }
      Thread.sleep(200);
      model.generate(Asking.request("second"));
      first.get();
    }
    long refused = server.arrivals.getFirst();
    assertThat(server.arrivals.stream().skip(1)).allMatch(time -> time - refused >= 1_000_000_000L);
  }

  @Test
  void doesNotWaitLongerThanAllowed() {
    server.then((request, out) -> Loopback.whole(out, 429, "{}", "Retry-After: 3600"));
    assertThat(refusal(Map.of("maxWait", "10s")).getMessage()).contains("answered 429").contains("3600 s")
        .contains("maxWait");
    assertThat(server.arrivals).hasSize(1);
  }

  @Test
  void retriesServerErrorsAndSaysWhatTheLastWas() {
    server.otherwise = (request, out) -> Loopback.whole(out, 500, "{\"error\": {\"message\": \"CUDA\\nis lost\"}}");
    assertThat(refusal(Map.of("attempts", 3L)).getMessage())
        .isEqualTo(server.url() + ": answered 500: CUDA is lost (3 attempts)");
    assertThat(server.arrivals).hasSize(3);
  }

  @Test
  void doesNotRepeatWhatWillFailAgain() {
    server.otherwise = (request, out) -> Loopback.whole(out, 400, "{\"detail\": \"maximum context length is 2048\"}");
    assertThat(refusal(Map.of()).getMessage()).endsWith(": answered 400: maximum context length is 2048");
    server.otherwise =
        (request, out) -> Loopback.whole(out, 429,
            "{\"error\": {\"message\": \"no money\", \"code\": \"insufficient_quota\"}}");
    assertThat(refusal(Map.of()).getMessage()).endsWith(": answered 429: no money");
    server.otherwise = (request, out) -> Loopback.whole(out, 302, "", "Location: http://elsewhere.example/");
    assertThat(refusal(Map.of()).getMessage()).contains("302").contains("redirects are not followed");
    assertThat(server.arrivals).hasSize(3);
  }

  @Test
  void aCutStreamIsAskedForAgain() {
    server.then(
        (request, out) -> {
          Loopback.begin(out);
          Loopback.delta(out, "half an ans");
        });
    server.then(
        (request, out) -> {
          Loopback.begin(out);
          Loopback.delta(out, "half an ans");
          Loopback.write(out, "0\r\n\r\n");
        });
    server.then(
        (request, out) -> {
          Loopback.begin(out);
          Loopback.delta(out, "half an ans");
          Loopback.chunk(out, "data: {\"error\": {\"message\": \"worker died\"}}\n\n");
        });
    server.then(
        (request, out) -> {
          Loopback.begin(out);
          Loopback.chunk(out, ": still here\n\nevent: message\n");
          Loopback.delta(out, "whole ");
          Loopback.delta(out, "answer é");
          Loopback.end(out, "stop");
        });
    Generation reply = ask(Map.of());
    assertThat(reply.raw()).isEqualTo("whole answer é");
    assertThat(reply.usage()).isEqualTo(new Usage(7, 3));
    assertThat(server.arrivals).hasSize(4);
  }

  @Test
  void silenceIsGivenUp() {
    server.then((request, out) -> server.silence());
    server.then(
        (request, out) -> {
          Loopback.begin(out);
          Loopback.delta(out, "and then");
          server.silence();
        });
    assertThat(ask(Map.of()).raw()).isEqualTo("fine");
    server.otherwise = (request, out) -> server.silence();
    assertThat(refusal(Map.of("attempts", 1L)).getMessage()).endsWith(": did not answer within 1 s (timeout)");
  }

  @Test
  void wrongJsonIsAskedForAgainAndThenSaid() {
    server.then((request, out) -> Loopback.whole(out, 200, "<html>Bad gateway</html>"));
    server.then((request, out) -> Loopback.whole(out, 200, "{\"choices\": []}"));
    server.then((request, out) -> Loopback.whole(out, 200, "{\"choices\": [{\"message\": {\"content\": 7}}]}"));
    server.then((request, out) -> Loopback.whole(out, 200, "[1, 2"));
    assertThat(ask(Map.of("stream", false)).raw()).isEqualTo("fine");
    assertThat(server.arrivals).hasSize(5);
    server.otherwise = (request, out) -> Loopback.whole(out, 200, "<html>\nBad gateway</html>");
    assertThat(refusal(Map.of("stream", false, "attempts", 2L)).getMessage())
        .endsWith(": answered what is no JSON object: <html> Bad gateway</html> (2 attempts)");
  }

  @Test
  void aReplyWithoutEndDoesNotFillTheMemory() {
    String much = "data: " + " ".repeat(1 << 20) + "\n";
    server.otherwise =
        (request, out) -> {
          Loopback.begin(out);
          while (true) {
            Loopback.chunk(out, much.replace("data: ", ": "));
          }
        };
    assertThat(refusal(Map.of()).getMessage()).endsWith("sent more than 64 MiB");
  }

  @Test
  void aWholeAnswerInPlaceOfAStreamIsRead() {
    assertThat(ask(Map.of("stream", true)).raw()).isEqualTo("fine");
  }

  @Test
  void neverMoreCallsAtATimeThanAllowed() throws Exception {
    server.otherwise =
        (request, out) -> {
          Thread.sleep(30);
          Loopback.whole(out, 200, Loopback.chat("fine"));
        };
    try (Model model = Asking.open(server, Map.of("concurrency", 3L));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Generation>> replies =
          IntStream.range(0, 24).mapToObj(i -> threads.submit(() -> model.generate(Asking.request("question " + i))))
              .toList();
      for (Future<Generation> reply : replies) {
        assertThat(reply.get().raw()).isEqualTo("fine");
      }
    }
    assertThat(server.mostBusy.get()).isLessThanOrEqualTo(3);
  }

  @Test
  void aCancelledCallHangsUp() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch hungUp = new CountDownLatch(1);
    server.otherwise =
        (request, out) -> {
          Loopback.begin(out);
          begun.countDown();
          try {
            while (true) {
              Loopback.delta(out, "on and on ");
              Thread.sleep(10);
            }
          } catch (IOException e) {
            hungUp.countDown();
          }
        };
    try (Model model = Asking.open(server, Map.of())) {
      Thread caller =
          Thread.ofVirtual().start(
              () ->
                  assertThat(catchThrowableOfType(LeibnizException.class, () -> model.generate(Asking.request("x")))
                      .code())
                      .isEqualTo(ErrorCode.CANCELLED));
      begun.await();
      caller.interrupt();
      assertThat(caller.join(Duration.ofSeconds(5))).isTrue();
      assertThat(hungUp.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void theKeyIsInTheHeaderAndInNoMessage() {
    server.otherwise =
        (request, out) ->
            Loopback.whole(out, 401, "{\"error\": {\"message\": \"wrong key: " + request.headers()
                .get("Authorization") + "\"}}");
    LeibnizException refusal = refusal(Map.of("keyVariable", "MY_KEY"));
    assertThat(server.generations.getFirst().headers()).containsEntry("Authorization", "Bearer sk-very-secret-1234");
    assertThat(refusal.getMessage()).endsWith(": answered 401: wrong key: Bearer [key]");
  }
}
