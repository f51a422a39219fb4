package org.leibniz.cli.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InterruptTest {
  private static final int SIGINT = 2;

  @Test
  void theFirstCtrlCAsksAndDoesNotEndTheProcess() throws Exception {
    assumeFalse(startedWithInterruptsIgnored(), "skipped: this process was started to ignore Ctrl-C, as shells do in the background");
    CountDownLatch asked = new CountDownLatch(1);
    Class<?> type = Class.forName("sun.misc.Signal");
    try (Interrupt interrupt = Interrupt.asks(asked::countDown)) {
      type.getMethod("raise", type).invoke(null, type.getConstructor(String.class).newInstance("INT"));
      assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static boolean startedWithInterruptsIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16) >> (SIGINT - 1) & 1) == 1);
  }
}
