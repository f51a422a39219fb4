package org.leibniz.checkpoint.internal.weights;

import java.nio.FloatBuffer;
import org.leibniz.checkpoint.Shape;
import org.leibniz.checkpoint.StoredTensor;

/**
 * A query or key projection of GGUF's llama architecture, whose rows are stored so that rotary partners are neighbours (2i and
 * 2i + 1), given in the order of Hugging Face checkpoints (i and i + headSize / 2).
 */
record InterleavedRows(StoredTensor stored, long headSize) implements StoredTensor {
  @Override
  public String name() {
    return stored.name();
  }

  @Override
  public Shape shape() {
    return stored.shape();
  }

  @Override
  public String encoding() {
    return stored.encoding();
  }

  @Override
  public void read(long first, FloatBuffer into) {
    boolean bias = shape().sizes().size() == 1;
    long length = bias ? 1 : shape().rowLength();
    FloatBuffer all = bias ? FloatBuffer.allocate(Math.toIntExact(shape().elements())) : FloatBuffer.allocate(0);
    if (bias) {
      stored.read(0, all);
    }
    for (long row = first / length; into.hasRemaining(); row++) {
      long inHead = row % headSize;
      long source = row - inHead + (inHead < headSize / 2 ? 2 * inHead : 2 * (inHead - headSize / 2) + 1);
      if (bias) {
        into.put(all.get((int) source));
      } else {
        FloatBuffer one = into.slice(into.position(), (int) length);
        stored.read(source * length, one);
        into.position(into.position() + (int) length);
      }
    }
  }
}
