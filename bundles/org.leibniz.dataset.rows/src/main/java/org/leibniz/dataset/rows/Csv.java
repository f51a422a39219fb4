package org.leibniz.dataset.rows;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.leibniz.api.LeibnizException;

/** Reads comma-separated values as RFC 4180 describes them: quoted cells may hold commas, doubled quotes and line ends. */
public final class Csv {
  /**
   * One record.
   *
   * @param line 1-based line it starts on
   */
  public record Line(Path file, int line, List<String> cells) {
    /** The exception that names this record's file and line. */
    public LeibnizException wrong(String column, String problem) {
      return LeibnizException.badInput(file, line, column, problem);
    }
  }

  private static final int END = -1;

  private final Path file;
  private final Reader in;
  private final char separator;
  private int next;
  private int line;

  private Csv(Path file, Reader in, char separator, int line) throws IOException {
    this.file = file;
    this.in = in;
    this.separator = separator;
    this.line = line;
    next = in.read();
  }

  /** Reads every record that is not blank. */
  public static void read(Path file, Checksum checksum, char separator, Consumer<Line> sink) {
    try (Lines lines = TextFile.open(file, checksum)) {
      if (!lines.advance()) {
        return;
      }
      try (Reader in = new java.io.BufferedReader(lines.reader())) {
        Csv csv = new Csv(file, in, separator, lines.number());
        while (csv.next != END) {
          csv.record(sink);
        }
      }
    } catch (IOException e) {
      throw TextFile.failure(file, 0, e);
    }
  }

  private void record(Consumer<Line> sink) throws IOException {
    int start = line;
    List<String> cells = new ArrayList<>();
    cells.add(cell(start));
    while (next == separator) {
      next = in.read();
      cells.add(cell(start));
      if (cells.size() > 10_000) {
        throw LeibnizException.badInput(file, start, "", "a record holds more than 10,000 cells");
      }
    }
    if (next == '\r') {
      next = in.read();
    }
    if (next == '\n') {
      line++;
      next = in.read();
    }
    if (cells.size() > 1 || !cells.getFirst().isBlank()) {
      sink.accept(new Line(file, start, cells));
    }
  }

  private String cell(int start) throws IOException {
    StringBuilder cell = new StringBuilder();
    if (next == '"') {
      quoted(cell, start);
      if (next != separator && next != '\r' && next != '\n' && next != END) {
        throw LeibnizException.badInput(
            file, line, "", "expected a separator after a closing quote, found '" + (char) next + "': double quotes inside a cell");
      }
      return cell.toString();
    }
    while (next != separator && next != '\n' && next != '\r' && next != END) {
      append(cell, start);
    }
    return cell.toString();
  }

  private void quoted(StringBuilder cell, int start) throws IOException {
    next = in.read();
    while (true) {
      if (next == END) {
        throw LeibnizException.badInput(file, start, "", "a quoted cell is not closed");
      }
      if (next != '"') {
        append(cell, start);
        continue;
      }
      next = in.read();
      if (next != '"') {
        return;
      }
      append(cell, start);
    }
  }

  private void append(StringBuilder cell, int start) throws IOException {
    if (cell.length() >= Limits.LINE_BYTES) {
      throw LeibnizException.badInput(file, start, "", "a cell is longer than " + (Limits.LINE_BYTES >> 20) + " MiB");
    }
    if (next == '\n') {
      line++;
    }
    cell.append((char) next);
    next = in.read();
  }
}
