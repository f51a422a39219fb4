package org.leibniz.model.djl.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.model.Device;

class ProcessorTest {
  @TempDir Path root;

  private Device device(Map<String, String> environment) {
    return new Processor(root, environment::get).device();
  }

  private void gpu() throws IOException {
    Files.createDirectories(root.resolve("proc/driver/nvidia/gpus/0000:00:04.0"));
  }

  @Test
  void saysWhyAGpuIsNotUsed() throws IOException {
    assertThat(device(Map.of()).why()).contains("no NVIDIA GPU is there");
    gpu();
    assertThat(device(Map.of()).name()).isEqualTo("cpu");
    assertThat(device(Map.of()).why()).contains("1 NVIDIA GPU is there").contains("PYTORCH_LIBRARY_PATH");
    assertThat(device(Map.of("PYTORCH_FLAVOR", "cu128")).why()).contains("PYTORCH_LIBRARY_PATH names no folder");
  }

  @Test
  void saysWhyAGpuIsUsed() throws IOException {
    Map<String, String> environment = Map.of("PYTORCH_FLAVOR", "cu128", "PYTORCH_LIBRARY_PATH", root.toString());
    assertThat(device(environment).name()).isEqualTo("cpu");
    gpu();
    assertThat(device(environment).name()).isEqualTo("cuda");
  }
}
