package org.leibniz.checkpoint;

import java.nio.FloatBuffer;

/** A tensor in a checkpoint's file, decoded where it is read. Thread-safe; valid as long as it is reachable. */
public interface StoredTensor {
  String name();

  /** Rows first, as in the checkpoint's own notation: a linear layer is {@code [out, in]}. */
  Shape shape();

  /** How the file stores its elements, as the format names it, for instance {@code BF16} or {@code Q4_K}. */
  String encoding();

  /**
   * Decodes the elements from {@code first} in row-major order until {@code into} is full.
   *
   * @param first a multiple of the last dimension, and {@code into} has room for whole rows
   */
  void read(long first, FloatBuffer into);
}
