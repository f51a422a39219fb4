package org.leibniz.model.djl.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;
import org.leibniz.checkpoint.Architecture;
import org.leibniz.checkpoint.Rotary;

class MemoryBudgetTest {
  /** 4 layers with 2 key/value heads of 64: 4 KiB a token in float32. */
  private static final Architecture MODEL =
      new Architecture("llama", 256, 512, 4, 4, 2, 64, 1000, 1e-5, new Rotary(64, 10000, new Rotary.Unscaled()), 2048,
          0, false, false, false, true);

  private static final long PARAMETERS = 1 << 20;

  private static void check(String memory, int batch, int context) {
    MemoryBudget.check(Config.of(Map.of("memory", memory)), MODEL, PARAMETERS, batch, context, Numbers.FLOAT32);
  }

  @Test
  void whatFitsIsLet() {
    // 4 MiB of weights and 8 sequences of 4 MiB.
    assertThatCode(() -> check("36MiB", 8, 1024)).doesNotThrowAnyException();
  }

  @Test
  void aModelThatDoesNotFitIsRefusedWithWhatItNeeds() {
    assertThatThrownBy(() -> check("7MiB", 1, 1024))
        .isInstanceOf(LeibnizException.class)
        .hasMessageContaining("4 MiB for its weights")
        .hasMessageContaining("4 MiB for one sequence of 1024 tokens; 7 MiB may be taken");
  }

  @Test
  void numbersOfTwoBytesTakeHalf() {
    assertThatCode(() -> MemoryBudget.check(Config.of(Map.of("memory", "18MiB")), MODEL, PARAMETERS, 8, 1024,
        Numbers.BFLOAT16))
        .doesNotThrowAnyException();
  }

  @Test
  void aBatchThatDoesNotFitIsRefusedWithWhatWould() {
    assertThatThrownBy(() -> check("35MiB", 8, 1024))
        .isInstanceOf(LeibnizException.class)
        .hasMessageContaining("batch: is 8")
        .hasMessageContaining("set batch to 7 or context to 992");
  }
}
