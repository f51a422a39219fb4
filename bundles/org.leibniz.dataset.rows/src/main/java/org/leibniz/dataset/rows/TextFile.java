package org.leibniz.dataset.rows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.leibniz.api.LeibnizException;

/** Opens a UTF-8 text file, gzipped or not; which of the two is told by its first bytes, never by its name. */
public final class TextFile {
  private static final int HEAD = 1 << 14;

  private TextFile() {}

  /** Starts reading. The caller closes the lines; bytes read, as they lie on disk, are added to {@code checksum}. */
  public static Lines open(Path file, Checksum checksum) {
    if (!Files.isRegularFile(file)) {
      throw LeibnizException.badInput(file, 0, "", "is not a file that can be read");
    }
    InputStream raw = null;
    try {
      raw = checksum.over(Files.newInputStream(file));
      // One read is enough for most files of a folder with thousands of them.
      byte[] head = raw.readNBytes(HEAD);
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), raw);
      boolean zipped = head.length > 1 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
      return new Lines(file, zipped ? new GZIPInputStream(whole, HEAD) : whole, whole);
    } catch (IOException e) {
      close(raw);
      throw failure(file, 0, e);
    }
  }

  /** Whether the first character that is not blank is {@code wanted}. */
  public static boolean startsWith(Path file, char wanted) {
    try (Lines lines = open(file, new Checksum())) {
      while (lines.advance()) {
        String text = lines.text().stripLeading();
        if (!text.isEmpty()) {
          return text.charAt(0) == wanted;
        }
      }
      return false;
    }
  }

  /** What a failed read means to the person who named the file. */
  static LeibnizException failure(Path file, int line, IOException e) {
    String problem =
        switch (e) {
          case java.util.zip.ZipException damaged -> "the gzip data is damaged (" + damaged.getMessage() + "): copy it again";
          case java.io.EOFException early -> "the gzip data ends early: copy it again";
          case AccessDeniedException denied -> "is not readable by this user";
          default -> "cannot be read: " + oneLine(String.valueOf(e.getMessage()));
        };
    return LeibnizException.badInput(file, line, "", problem);
  }

  static String oneLine(String message) {
    return message.replaceAll("\\s+", " ").strip();
  }

  private static void close(InputStream in) {
    try {
      if (in != null) {
        in.close();
      }
    } catch (IOException e) {
      // The failure that made us close is the one worth reporting.
    }
  }
}
