package org.leibniz.checkpoint.internal.weights;

import java.lang.foreign.MemorySegment;
import java.nio.FloatBuffer;

/** ggml's "K" blocks of 256 elements with scales of their own for each 16 or 32. */
final class SuperBlocks {
  private SuperBlocks() {}

  static void fourBits(MemorySegment bytes, long at, FloatBuffer into) {
    scaled(bytes, at, -1, at + 16, into);
  }

  static void fiveBits(MemorySegment bytes, long at, FloatBuffer into) {
    scaled(bytes, at, at + 16, at + 48, into);
  }

  /**
   * Eight groups of 32: value × scale − minimum.
   *
   * @param fifths where the fifth bits begin, -1 for none: bit g of byte i belongs to element i of group g
   */
  private static void scaled(MemorySegment bytes, long at, long fifths, long values, FloatBuffer into) {
    float scale = Encoding.half(bytes, at);
    float minimum = Encoding.half(bytes, at + 2);
    for (int group = 0; group < 8; group++) {
      float groupScale = scale * sixBitScale(bytes, at + 4, group);
      float groupMinimum = minimum * sixBitMinimum(bytes, at + 4, group);
      long from = values + 32L * (group / 2);
      int shift = group % 2 * 4;
      for (int i = 0; i < 32; i++) {
        int value = bytes.get(Encoding.BYTE, from + i) >> shift & 15;
        if (fifths >= 0) {
          value |= (bytes.get(Encoding.BYTE, fifths + i) >> group & 1) << 4;
        }
        into.put(groupScale * value - groupMinimum);
      }
    }
  }

  private static int sixBitScale(MemorySegment bytes, long at, int group) {
    return group < 4
        ? bytes.get(Encoding.BYTE, at + group) & 63
        : bytes.get(Encoding.BYTE, at + group + 4) & 15 | (bytes.get(Encoding.BYTE, at + group - 4) >> 6 & 3) << 4;
  }

  private static int sixBitMinimum(MemorySegment bytes, long at, int group) {
    return group < 4
        ? bytes.get(Encoding.BYTE, at + group + 4) & 63
        : bytes.get(Encoding.BYTE, at + group + 4) >> 4 & 15 | (bytes.get(Encoding.BYTE, at + group) >> 6 & 3) << 4;
  }

  /** Two halves of 128: low four bits in 64 bytes, high two bits in 32 bytes, one signed scale for each 16. */
  static void sixBits(MemorySegment bytes, long at, FloatBuffer into) {
    float scale = Encoding.half(bytes, at + 208);
    for (int half = 0; half < 2; half++) {
      long low = at + 64L * half;
      long high = at + 128 + 32L * half;
      long scales = at + 192 + 8L * half;
      for (int quarter = 0; quarter < 4; quarter++) {
        for (int i = 0; i < 32; i++) {
          int four = bytes.get(Encoding.BYTE, low + i + 32L * (quarter % 2)) >> 4 * (quarter / 2) & 15;
          int two = bytes.get(Encoding.BYTE, high + i) >> 2 * quarter & 3;
          int groupScale = bytes.get(Encoding.BYTE, scales + i / 16 + 2L * quarter);
          into.put(scale * groupScale * ((four | two << 4) - 32));
        }
      }
    }
  }
}
