package org.leibniz.checkpoint;

import java.util.List;
import java.util.stream.Collectors;

/** The sizes of a tensor's dimensions, none of them negative and their product within a {@code long}. */
public record Shape(List<Long> sizes) {
  public Shape {
    sizes = List.copyOf(sizes);
  }

  public static Shape of(long... sizes) {
    return new Shape(java.util.Arrays.stream(sizes).boxed().toList());
  }

  /**
   * Number of elements.
   *
   * @throws ArithmeticException where a size is negative or the product does not fit
   */
  public long elements() {
    long product = 1;
    for (long size : sizes) {
      if (size < 0) {
        throw new ArithmeticException("negative size " + size);
      }
      product = Math.multiplyExact(product, size);
    }
    return product;
  }

  /** Size of the last dimension; 1 for a scalar. */
  public long rowLength() {
    return sizes.isEmpty() ? 1 : sizes.getLast();
  }

  @Override
  public String toString() {
    return sizes.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
  }
}
