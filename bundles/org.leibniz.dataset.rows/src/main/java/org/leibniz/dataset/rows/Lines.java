package org.leibniz.dataset.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.leibniz.api.LeibnizException;

/**
 * A text file line by line, decoded strictly: a byte that is not UTF-8, a line above {@link Limits#LINE_BYTES} and a file
 * above {@link Limits#FILE_BYTES} throw {@code BAD_INPUT} with file and line. A byte order mark is skipped; a carriage return
 * before the line feed stays part of the line. For one thread.
 */
public final class Lines implements AutoCloseable {
  private final Path file;
  private final InputStream in;
  private final InputStream raw;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final byte[] buffer = new byte[1 << 14];
  private int position;
  private int limit;
  private byte[] line = new byte[1 << 10];
  private int length;
  private int number;
  private long total;
  private boolean terminated;
  private boolean ended;
  private String text = "";

  Lines(Path file, InputStream in, InputStream raw) {
    this.file = file;
    this.in = in;
    this.raw = raw;
  }

  public Path file() {
    return file;
  }

  /** Goes to the next line; false after the last one. */
  public boolean advance() {
    length = 0;
    terminated = false;
    boolean any = false;
    try {
      while (!terminated && fill()) {
        any = true;
        int end = position;
        while (end < limit && buffer[end] != '\n') {
          end++;
        }
        append(end - position);
        terminated = end < limit;
        position = terminated ? end + 1 : end;
      }
    } catch (IOException e) {
      throw TextFile.failure(file, number + 1, e);
    }
    ended = !any;
    if (any) {
      number++;
      text = decode();
    }
    return any;
  }

  /** The current line without its line feed. */
  public String text() {
    return text;
  }

  /** 1-based number of the current line. */
  public int number() {
    return number;
  }

  /** The rest of the file as characters, starting with the current line again. Closed with these lines. */
  public Reader reader() {
    return new Rest();
  }

  private boolean fill() throws IOException {
    if (position < limit) {
      return true;
    }
    position = 0;
    limit = Math.max(0, in.read(buffer));
    total += limit;
    if (total > Limits.FILE_BYTES) {
      throw LeibnizException.badInput(file, number + 1, "", "the file is larger than " + (Limits.FILE_BYTES >> 20) + " MiB");
    }
    return limit > 0;
  }

  private void append(int count) {
    if (length + count > Limits.LINE_BYTES) {
      throw LeibnizException.badInput(
          file, number + 1, "", "the line is longer than " + (Limits.LINE_BYTES >> 20) + " MiB");
    }
    if (length + count > line.length) {
      line = Arrays.copyOf(line, Math.max(length + count, 2 * line.length));
    }
    System.arraycopy(buffer, position, line, length, count);
    length += count;
  }

  private String decode() {
    int start = number == 1 && startsWithMark() ? 3 : 0;
    for (int i = start; i < length; i++) {
      if (line[i] < 0) {
        return decodeStrictly(start);
      }
    }
    return new String(line, start, length - start, StandardCharsets.ISO_8859_1);
  }

  private boolean startsWithMark() {
    return length >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF;
  }

  private String decodeStrictly(int start) {
    ByteBuffer bytes = ByteBuffer.wrap(line, start, length - start);
    CharBuffer chars = CharBuffer.allocate(length - start);
    CoderResult result = decoder.reset().decode(bytes, chars, true);
    if (result.isError()) {
      int at = bytes.position();
      throw LeibnizException.badInput(
          file,
          number,
          "",
          "byte %d of the line (0x%02X) is not UTF-8: save the file as UTF-8".formatted(at + 1, line[at] & 0xff));
    }
    return chars.flip().toString();
  }

  /** Closes the file; after the last line also reads what may lie behind gzip data, so that the checksum covers all bytes. */
  @Override
  public void close() {
    try (raw; in) {
      if (ended) {
        raw.transferTo(OutputStream.nullOutputStream());
      }
    } catch (IOException e) {
      throw TextFile.failure(file, number, e);
    }
  }

  /** Lines joined again; needs no lock, a reader is used by one parser. */
  private final class Rest extends Reader {
    private String current = restore();
    private int next;

    private String restore() {
      return terminated ? text + "\n" : text;
    }

    @Override
    public int read(char[] target, int offset, int count) {
      while (next == current.length()) {
        if (!advance()) {
          return -1;
        }
        current = restore();
        next = 0;
      }
      int copied = Math.min(count, current.length() - next);
      current.getChars(next, next + copied, target, offset);
      next += copied;
      return copied;
    }

    @Override
    public void close() {
      // The lines own the file.
    }
  }
}
