package org.leibniz.model.djl.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leibniz.api.Config;

class PlacementTest {
  @Test
  void takesAGpuWhereThereIsOne() {
    assertThat(Placement.from(Config.EMPTY, 0)).isEqualTo(new Placement(Placement.Target.CPU, Numbers.FLOAT32));
    assertThat(Placement.from(Config.EMPTY, 1).target()).isEqualTo(Placement.Target.CUDA);
    assertThat(Placement.from(Config.of(Map.of("device", "cpu", "dtype", "bfloat16")), 1))
        .isEqualTo(new Placement(Placement.Target.CPU, Numbers.BFLOAT16));
  }

  @Test
  void refusesAGpuThatIsNotThere() {
    assertThatThrownBy(() -> Placement.from(Config.of(Map.of("device", "cuda")), 0))
        .hasMessageContaining("device: is cuda");
  }
}
