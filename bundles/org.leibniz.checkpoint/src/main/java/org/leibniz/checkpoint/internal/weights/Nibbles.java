package org.leibniz.checkpoint.internal.weights;

import java.lang.foreign.MemorySegment;
import java.nio.FloatBuffer;

/** Blocks of 32 elements in 16 bytes: element i in the low half of byte i, element i + 16 in its high half. */
final class Nibbles {
  private Nibbles() {}

  static void plain(MemorySegment bytes, long at, FloatBuffer into, float scale, float offset) {
    withFifthBit(bytes, at, 0, into, scale, offset);
  }

  /** @param fifth bit i is the fifth bit of element i */
  static void withFifthBit(MemorySegment bytes, long at, int fifth, FloatBuffer into, float scale, float offset) {
    for (int i = 0; i < 16; i++) {
      into.put(scale * ((bytes.get(Encoding.BYTE, at + i) & 15) | (fifth >>> i & 1) << 4) + offset);
    }
    for (int i = 0; i < 16; i++) {
      into.put(scale * ((bytes.get(Encoding.BYTE, at + i) >> 4 & 15) | (fifth >>> (i + 16) & 1) << 4) + offset);
    }
  }
}
