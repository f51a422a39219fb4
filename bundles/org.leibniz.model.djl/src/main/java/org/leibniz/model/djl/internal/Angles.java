package org.leibniz.model.djl.internal;

import org.leibniz.checkpoint.Rotary;

/** Sines and cosines of rotary positions, computed in double precision. */
final class Angles {
  private final Rotary rotary;
  private final double[] plain;

  Angles(Rotary rotary) {
    this.rotary = rotary;
    this.plain = rotary.frequencies(1);
  }

  /** Angles of one position. */
  int half() {
    return plain.length;
  }

  boolean dependOnLength(int length) {
    return rotary.dependsOnLength(length);
  }

  /** Puts the angles of {@code position} in a sequence of {@code length} tokens at row {@code row}. */
  void put(int position, int length, int row, float[] cosine, float[] sine) {
    double[] frequencies = rotary.dependsOnLength(length) ? rotary.frequencies(length) : plain;
    double factor = rotary.attentionFactor();
    for (int i = 0; i < frequencies.length; i++) {
      double angle = position * frequencies[i];
      cosine[row * frequencies.length + i] = (float) (factor * Math.cos(angle));
      sine[row * frequencies.length + i] = (float) (factor * Math.sin(angle));
    }
  }
}
