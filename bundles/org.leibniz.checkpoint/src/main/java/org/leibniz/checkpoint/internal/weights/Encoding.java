package org.leibniz.checkpoint.internal.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * How a file stores numbers: blocks of {@code blockElements} elements in {@code blockBytes} bytes, little endian. The layouts
 * of quantised blocks are those of ggml ({@code ggml-common.h}), whose names they carry.
 */
enum Encoding {
  F64(1, 8) {
    @Override
    void decode(MemorySegment bytes, long at, FloatBuffer into) {
      into.put((float) bytes.get(DOUBLE, at));
    }
  },
  F32(1, 4) {
    @Override
    void decode(MemorySegment bytes, long at, FloatBuffer into) {
      into.put(bytes.get(FLOAT, at));
    }

    @Override
    void decodeAll(MemorySegment bytes, FloatBuffer into) {
      into.put(bytes.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer());
    }
  },
  F16(1, 2) {
    @Override
    void decode(MemorySegment bytes, long at, FloatBuffer into) {
      into.put(half(bytes, at));
    }
  },
  BF16(1, 2) {
    @Override
    void decode(MemorySegment bytes, long at, FloatBuffer into) {
      into.put(Float.intBitsToFloat(bytes.get(SHORT, at) << 16));
    }
  },
  Q4_0(32, 18) {
    @Override
    void decode(MemorySegment bytes, long at, FloatBuffer into) {
      Nibbles.plain(bytes, at + 2, into, half(bytes, at), -8 * half(bytes, at));
    }
  },
  Q4_1(32, 20) {
    @Override
    void decode(MemorySegment bytes, long at, FloatBuffer into) {
      Nibbles.plain(bytes, at + 4, into, half(bytes, at), half(bytes, at + 2));
    }
  },
  Q5_0(32, 22) {
    @Override
    void decode(MemorySegment bytes, long at, FloatBuffer into) {
      Nibbles.withFifthBit(bytes, at + 6, bytes.get(INT, at + 2), into, half(bytes, at), -16 * half(bytes, at));
    }
  },
  Q5_1(32, 24) {
    @Override
    void decode(MemorySegment bytes, long at, FloatBuffer into) {
      Nibbles.withFifthBit(bytes, at + 8, bytes.get(INT, at + 4), into, half(bytes, at), half(bytes, at + 2));
    }
  },
  Q8_0(32, 34) {
    @Override
    void decode(MemorySegment bytes, long at, FloatBuffer into) {
      float scale = half(bytes, at);
      for (int i = 0; i < 32; i++) {
        into.put(scale * bytes.get(BYTE, at + 2 + i));
      }
    }
  },
  Q4_K(256, 144) {
    @Override
    void decode(MemorySegment bytes, long at, FloatBuffer into) {
      SuperBlocks.fourBits(bytes, at, into);
    }
  },
  Q5_K(256, 176) {
    @Override
    void decode(MemorySegment bytes, long at, FloatBuffer into) {
      SuperBlocks.fiveBits(bytes, at, into);
    }
  },
  Q6_K(256, 210) {
    @Override
    void decode(MemorySegment bytes, long at, FloatBuffer into) {
      SuperBlocks.sixBits(bytes, at, into);
    }
  };

  static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
  static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  final int blockElements;
  final int blockBytes;

  Encoding(int blockElements, int blockBytes) {
    this.blockElements = blockElements;
    this.blockBytes = blockBytes;
  }

  /** Decodes the block that begins at byte {@code at}. */
  abstract void decode(MemorySegment bytes, long at, FloatBuffer into);

  /** Decodes whole blocks until {@code bytes} ends. */
  void decodeAll(MemorySegment bytes, FloatBuffer into) {
    long size = bytes.byteSize();
    for (long at = 0; at < size; at += blockBytes) {
      decode(bytes, at, into);
    }
  }

  /** Bytes of {@code elements} elements, which are whole blocks. */
  long bytes(long elements) {
    return Math.multiplyExact(elements / blockElements, (long) blockBytes);
  }

  static float half(MemorySegment bytes, long at) {
    return Float.float16ToFloat(bytes.get(SHORT, at));
  }
}
