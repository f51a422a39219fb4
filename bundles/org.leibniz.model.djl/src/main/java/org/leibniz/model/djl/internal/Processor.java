package org.leibniz.model.djl.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.leibniz.api.model.Device;

/**
 * Finds out where models are computed, from files alone.
 *
 * @param root the file system, {@code /} but in tests
 */
record Processor(Path root, UnaryOperator<String> environment) {
  private static final String GPUS = "proc/driver/nvidia/gpus";

  Device device() {
    int threads = Runtime.getRuntime().availableProcessors();
    String why = "float32 on " + threads + " processors with the PyTorch that comes with Leibniz";
    long gpus = gpus();
    String flavour = environment.apply("PYTORCH_FLAVOR");
    if (flavour != null && !flavour.equals("cpu")) {
      why += "; PYTORCH_FLAVOR=" + flavour + " is set, but the backend djl computes on processors only";
    } else if (gpus > 0) {
      why += "; " + gpus + (gpus == 1 ? " GPU is" : " GPUs are") + " there and not used: serve the model with vLLM or llama-server and use the backend openai";
    } else {
      why += "; no GPU is there";
    }
    return new Device("cpu", why);
  }

  private long gpus() {
    try (Stream<Path> all = Files.list(root.resolve(GPUS))) {
      return all.count();
    } catch (IOException e) {
      return 0;
    }
  }
}
