package org.leibniz.model.djl.internal;

import org.leibniz.api.Config;

/** Where a network lies and in which numbers. */
record Placement(Target target, Numbers numbers) {
  /** A kind of device. */
  enum Target {
    CPU,
    CUDA
  }

  /** What the configuration asks for. */
  enum Wanted {
    AUTO,
    CPU,
    CUDA
  }

  /** Reads {@code device} and {@code dtype}; without {@code device} a GPU is taken where the engine sees one. */
  static Placement from(Config config, int gpus) {
    Target target =
        switch (config.choice("device", Wanted.class, Wanted.AUTO)) {
          case AUTO -> gpus > 0 ? Target.CUDA : Target.CPU;
          case CPU -> Target.CPU;
          case CUDA -> {
            if (gpus == 0) {
              throw config.wrong("device",
                  "is cuda, and the PyTorch in use sees no GPU; docs/models.md says how to set one up");
            }
            yield Target.CUDA;
          }
        };
    return new Placement(target, Numbers.from(config));
  }

  /**
   * The linear layer in TorchScript. oneDNN's is the fastest in float32 on processors, where it also wins over {@code
   * torch.linear}; it knows neither GPUs nor every processor's half precision.
   */
  String linear() {
    return target == Target.CPU && numbers == Numbers.FLOAT32
        ? "ops.mkldnn._linear_pointwise(x, weight, bias, \"none\", [], None)"
        : "torch.linear(x, weight, bias)";
  }
}
