package org.leibniz.cli.internal.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.leibniz.api.LeibnizException;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.text.Figures;

/** Copies bytes, counting and hashing them and saying how far it is. Used by one thread. */
final class Transfer {
  private static final long SAY_NANOS = 2_000_000_000L;

  private final Console console;
  private final String name;
  private final long most;
  private final MessageDigest digest;
  private StandardOpenOption how = StandardOpenOption.TRUNCATE_EXISTING;
  private long bytes;
  private long expected = -1;
  private long said = System.nanoTime();

  /** @param most bytes that are accepted */
  Transfer(Console console, String name, long most) {
    this.console = console;
    this.name = name;
    this.most = most;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** @param total bytes that will come, -1 where unknown */
  void expect(long total) {
    expected = total;
    if (total > most) {
      throw tooLarge();
    }
  }

  /**
   * The first {@code count} bytes are there already: what is copied is put after them, and the digest is not of the
   * whole.
   */
  void continueAfter(long count) {
    bytes = count;
    how = count > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
  }

  void copy(InputStream from, Path to) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
      for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        bytes += read;
        if (bytes > most) {
          throw tooLarge();
        }
        digest.update(buffer, 0, read);
        out.write(buffer, 0, read);
        say();
      }
    }
  }

  /** Mixes a name into the digest, so that a folder's digest tells its files apart. */
  void name(String file) {
    digest.update((file + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  long bytes() {
    return bytes;
  }

  byte[] digest() {
    return digest.digest();
  }

  private void say() {
    long now = System.nanoTime();
    if (now - said < SAY_NANOS) {
      return;
    }
    said = now;
    console.say(
        name + ": " + Figures.bytes(bytes)
            + (expected > 0 ? " of " + Figures.bytes(expected) + ", " + 100 * bytes / expected + " %" : ""));
  }

  private LeibnizException tooLarge() {
    return LeibnizException.badInput(name + ": is larger than " + Figures.bytes(most) + "; allow more with --max");
  }
}
