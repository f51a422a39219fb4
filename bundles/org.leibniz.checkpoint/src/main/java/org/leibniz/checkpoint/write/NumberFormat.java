package org.leibniz.checkpoint.write;

import java.nio.ByteBuffer;

/** How a safetensors file stores a number; rounding is to the nearest, ties to even. */
public enum NumberFormat {
  F32(4, "float32") {
    @Override
    void put(ByteBuffer into, float number) {
      into.putFloat(number);
    }
  },
  F16(2, "float16") {
    @Override
    void put(ByteBuffer into, float number) {
      into.putShort(Float.floatToFloat16(number));
    }
  },
  BF16(2, "bfloat16") {
    @Override
    void put(ByteBuffer into, float number) {
      int bits = Float.floatToRawIntBits(number);
      int rounded = Float.isNaN(number) ? bits | 1 << 22 : bits + 0x7fff + (bits >>> 16 & 1);
      into.putShort((short) (rounded >>> 16));
    }
  };

  final int bytes;
  private final String torchName;

  NumberFormat(int bytes, String torchName) {
    this.bytes = bytes;
    this.torchName = torchName;
  }

  abstract void put(ByteBuffer into, float number);

  /** As config.json names it. */
  String torchName() {
    return torchName;
  }
}
