package org.leibniz.checkpoint.internal.weights;

import java.lang.foreign.MemorySegment;
import java.nio.FloatBuffer;
import java.util.List;
import org.leibniz.checkpoint.Shape;
import org.leibniz.checkpoint.StoredTensor;

/**
 * A view into a storage: element (i, j, …) lies at {@code offset + i·strides[0] + j·strides[1] + …}.
 *
 * @param storage checked to hold every element of the view
 * @param offset in elements
 */
record StridedTensor(String name, Shape shape, Encoding format, MemorySegment storage, long offset, List<Long> strides)
    implements StoredTensor {
  @Override
  public String encoding() {
    return format.name();
  }

  @Override
  public void read(long first, FloatBuffer into) {
    int dimensions = shape.sizes().size();
    long[] index = new long[dimensions];
    long rest = first;
    for (int d = dimensions - 1; d >= 0; d--) {
      index[d] = rest % shape.sizes().get(d);
      rest /= shape.sizes().get(d);
    }
    while (into.hasRemaining()) {
      long at = offset;
      for (int d = 0; d < dimensions; d++) {
        at += index[d] * strides.get(d);
      }
      format.decode(storage, at * format.blockBytes, into);
      for (int d = dimensions - 1; d >= 0 && ++index[d] == shape.sizes().get(d); d--) {
        index[d] = 0;
      }
    }
  }

  /** Whether the elements lie one after another in row-major order. */
  boolean isDense() {
    long expected = 1;
    for (int d = strides.size() - 1; d >= 0; d--) {
      if (shape.sizes().get(d) != 1 && strides.get(d) != expected) {
        return false;
      }
      expected *= shape.sizes().get(d);
    }
    return true;
  }

  StoredTensor simplified() {
    if (!isDense()) {
      return this;
    }
    long bytes = format.bytes(shape.elements());
    return new DenseTensor(name, shape, format, storage.asSlice(offset * format.blockBytes, bytes));
  }
}
