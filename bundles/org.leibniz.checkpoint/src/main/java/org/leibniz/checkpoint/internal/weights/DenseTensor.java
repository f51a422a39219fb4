package org.leibniz.checkpoint.internal.weights;

import java.lang.foreign.MemorySegment;
import java.nio.FloatBuffer;
import org.leibniz.checkpoint.Shape;
import org.leibniz.checkpoint.StoredTensor;

/** A tensor whose elements lie one after another. {@code bytes} holds exactly its blocks. */
record DenseTensor(String name, Shape shape, Encoding format, MemorySegment bytes) implements StoredTensor {
  @Override
  public String encoding() {
    return format.name();
  }

  @Override
  public void read(long first, FloatBuffer into) {
    format.decodeAll(bytes.asSlice(format.bytes(first), format.bytes(into.remaining())), into);
  }
}
