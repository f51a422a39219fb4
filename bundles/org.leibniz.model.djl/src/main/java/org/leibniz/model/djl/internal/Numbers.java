package org.leibniz.model.djl.internal;

import org.leibniz.api.Config;

/** The type of weights, caches and activations. Rotary angles are float32 in any case, and logits are widened to it. */
enum Numbers {
  FLOAT32(4, 6),
  BFLOAT16(2, 15),
  FLOAT16(2, 5);

  /** What one number takes in memory. */
  final int bytes;

  /** The type's number in TorchScript. */
  final int code;

  Numbers(int bytes, int code) {
    this.bytes = bytes;
    this.code = code;
  }

  /** Reads {@code dtype}. */
  static Numbers from(Config config) {
    return config.choice("dtype", Numbers.class, FLOAT32);
  }
}
