package org.leibniz.model.djl.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.leibniz.api.model.Device;

/**
 * Tells where models will be computed, from files and the environment alone.
 *
 * @param root the file system, {@code /} but in tests
 */
record Processor(Path root, UnaryOperator<String> environment) {
  private static final String GPUS = "proc/driver/nvidia/gpus";

  Device device() {
    long gpus = gpus();
    String there = gpus == 0 ? "no NVIDIA GPU is there" : gpus
        + (gpus == 1 ? " NVIDIA GPU is there" : " NVIDIA GPUs are there");
    String flavour = environment.apply("PYTORCH_FLAVOR");
    if (flavour == null || !flavour.startsWith("cu")) {
      String help = gpus == 0 ? ""
          : "; set PYTORCH_LIBRARY_PATH, PYTORCH_VERSION and PYTORCH_FLAVOR to a PyTorch for CUDA (docs/models.md)";
      return new Device("cpu", "the PyTorch that comes with Leibniz is for processors, of which there are "
          + processors() + "; " + there + help);
    }
    String library = environment.apply("PYTORCH_LIBRARY_PATH");
    if (library == null || !Files.isDirectory(Path.of(library))) {
      return new Device("cpu", "PYTORCH_FLAVOR is " + flavour + ", and PYTORCH_LIBRARY_PATH names no folder; " + there);
    }
    return gpus == 0
        ? new Device("cpu", "PYTORCH_FLAVOR is " + flavour + ", and " + there)
        : new Device("cuda", there + ", and PYTORCH_LIBRARY_PATH names a PyTorch for " + flavour);
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  private long gpus() {
    try (Stream<Path> all = Files.list(root.resolve(GPUS))) {
      return all.count();
    } catch (IOException e) {
      return 0;
    }
  }
}
