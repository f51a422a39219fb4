package org.leibniz.checkpoint.internal.tokenizer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * GPT-2's letters for bytes: printable Latin-1 characters stand for themselves, the others for U+0100 and following in order.
 */
final class ByteLetters {
  private static final char[] LETTERS = new char[256];
  private static final Map<Character, Byte> BYTES = new HashMap<>();

  static {
    char next = 256;
    for (int value = 0; value < 256; value++) {
      boolean printable = value >= '!' && value <= '~' || value >= 0xa1 && value <= 0xac || value >= 0xae;
      LETTERS[value] = printable ? (char) value : next++;
      BYTES.put(LETTERS[value], (byte) value);
    }
  }

  private ByteLetters() {}

  static String encode(String text) {
    StringBuilder letters = new StringBuilder();
    for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
      letters.append(LETTERS[value & 0xff]);
    }
    return letters.toString();
  }

  /** The bytes a token stands for; one that has other letters stands for itself. */
  static byte[] decode(String token) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < token.length(); i++) {
      Byte value = BYTES.get(token.charAt(i));
      if (value == null) {
        return token.getBytes(StandardCharsets.UTF_8);
      }
      bytes.write(value);
    }
    return bytes.toByteArray();
  }
}
