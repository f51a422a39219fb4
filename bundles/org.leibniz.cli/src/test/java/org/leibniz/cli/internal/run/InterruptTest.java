package org.leibniz.cli.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InterruptTest {
  @Test
  void theFirstCtrlCAsksAndDoesNotEndTheProcess() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Class<?> type = Class.forName("sun.misc.Signal");
    try (Interrupt interrupt = Interrupt.asks(asked::countDown)) {
      type.getMethod("raise", type).invoke(null, type.getConstructor(String.class).newInstance("INT"));
      assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }
}
