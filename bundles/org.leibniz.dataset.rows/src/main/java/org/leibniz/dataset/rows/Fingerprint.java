package org.leibniz.dataset.rows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What makes a problem the same problem in another published form: the digest of its text, reduced to what the forms of a
 * set agree in. Twelve hexadecimal digits of SHA-256 (48 bits): two of 10,000 questions share one with probability 2·10⁻⁷.
 */
public final class Fingerprint {
  private Fingerprint() {}

  /** Of letters and digits alone, in lower case: forms of word problems differ in punctuation and blanks. */
  public static String letters(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).map(Character::toLowerCase).forEach(kept::appendCodePoint);
    return digest(kept.toString());
  }

  /** Of the text with runs of blanks as one: where a sign or a comma makes another problem. */
  public static String exact(String text) {
    return digest(text.strip().replaceAll("\\s+", " "));
  }

  private static String digest(String text) {
    MessageDigest digest = Checksum.sha256();
    byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 6).toLowerCase(Locale.ROOT);
  }
}
