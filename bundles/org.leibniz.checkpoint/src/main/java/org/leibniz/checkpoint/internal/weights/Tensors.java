package org.leibniz.checkpoint.internal.weights;

import org.leibniz.checkpoint.Shape;

/** Checks that every reader makes of a tensor's description. */
final class Tensors {
  private Tensors() {}

  /** Bytes a tensor takes; refuses shapes whose elements cannot be counted and rows that are no whole blocks. */
  static long bytes(MappedFile file, String name, Shape shape, Encoding encoding) {
    try {
      long bytes = encoding.bytes(shape.elements());
      if (shape.rowLength() % encoding.blockElements != 0) {
        throw file.wrong(name, "has rows of " + shape.rowLength() + " elements; " + encoding + " comes in blocks of " + encoding.blockElements);
      }
      return bytes;
    } catch (ArithmeticException e) {
      throw file.wrong(name, "has shape " + shape + ", more elements than any file holds");
    }
  }
}
