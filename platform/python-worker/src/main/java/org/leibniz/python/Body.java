package org.leibniz.python;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The body of a frame while it is written. */
final class Body {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  Body text(String text) throws IOException {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(encoded.length);
    out.write(encoded);
    return this;
  }

  Body kind(byte kind) throws IOException {
    out.writeByte(kind);
    return this;
  }

  Body count(int count) throws IOException {
    out.writeInt(count);
    return this;
  }

  Body number(long number) throws IOException {
    out.writeLong(number);
    return this;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
