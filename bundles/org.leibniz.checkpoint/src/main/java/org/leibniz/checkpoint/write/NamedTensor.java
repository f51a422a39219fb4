package org.leibniz.checkpoint.write;

import org.leibniz.checkpoint.Shape;

/**
 * A tensor to be written. Its elements are not copied: whoever hands it over leaves them alone until it is written.
 *
 * @param elements row by row, as many as {@code shape} says
 */
public record NamedTensor(String name, Shape shape, float[] elements) {
  public NamedTensor {
    if (elements.length != shape.elements()) {
      throw new IllegalArgumentException(name + " has " + elements.length + " elements; its shape is " + shape);
    }
  }
}
