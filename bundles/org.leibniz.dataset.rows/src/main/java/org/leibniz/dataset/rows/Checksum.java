package org.leibniz.dataset.rows;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over everything one dataset was read from, in the order of reading. For one thread. */
public final class Checksum {
  private final MessageDigest digest = sha256();

  /** Adds every byte that is read through the returned stream. */
  InputStream over(InputStream in) {
    return new DigestInputStream(in, digest);
  }

  /** Adds bytes that were read already. */
  public void add(byte[] bytes) {
    digest.update(bytes);
  }

  /** Adds a file's name, so that moved or renamed files of a folder change the checksum. */
  public void name(String relative) {
    digest.update(relative.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  /** The checksum in hexadecimal; afterwards this object starts anew. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
