package org.leibniz.cli.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.leibniz.cli.internal.Console;

/** A plain table: a header, rows, and lines between groups. Texts are made harmless for terminals. */
public final class Table {
  private static final int WIDEST = 60;

  private final List<String> headers;
  private final boolean[] right;
  private final List<List<String>> rows = new ArrayList<>();

  private Table(List<String> headers) {
    this.headers = headers;
    this.right = new boolean[headers.size()];
  }

  /** A header that starts with {@code >} belongs to a column aligned to the right. */
  public static Table of(List<String> headers) {
    Table table = new Table(headers.stream().map(header -> header.replaceFirst("^>", "")).toList());
    for (int i = 0; i < headers.size(); i++) {
      table.right[i] = headers.get(i).startsWith(">");
    }
    return table;
  }

  public static Table of(String... headers) {
    return of(List.of(headers));
  }

  public Table row(List<String> cells) {
    if (cells.size() != headers.size()) {
      throw new IllegalArgumentException(cells.size() + " cells under " + headers.size() + " headers");
    }
    rows.add(cells.stream().map(cell -> Printable.oneLine(cell.isEmpty() ? " " : cell)).toList());
    return this;
  }

  public Table row(String... cells) {
    return row(Arrays.asList(cells));
  }

  /** A line before the rows that follow. */
  public Table rule() {
    rows.add(List.of());
    return this;
  }

  /** Writes the table; the last column is cut where the console's width ends, other texts at {@value #WIDEST}. */
  public void print(Console console) {
    int[] widths = widths();
    int used = Arrays.stream(widths).sum() + 2 * (widths.length - 1);
    int last = widths.length - 1;
    if (console.terminal() && used > console.width() && !right[last]) {
      widths[last] = Math.max(12, widths[last] - (used - console.width()));
      used = Arrays.stream(widths).sum() + 2 * last;
    }
    String line = console.ink(Console.Ink.DIM, "─".repeat(used));
    console.line(console.ink(Console.Ink.BOLD, format(headers, widths)));
    console.line(line);
    for (List<String> row : rows) {
      console.line(row.isEmpty() ? line : format(row, widths));
    }
  }

  private int[] widths() {
    int[] widths = new int[headers.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = headers.get(i).length();
      int most = i == widths.length - 1 ? Integer.MAX_VALUE : WIDEST;
      for (List<String> row : rows) {
        widths[i] = row.isEmpty() ? widths[i] : Math.max(widths[i], Math.min(most, row.get(i).length()));
      }
    }
    return widths;
  }

  private String format(List<String> cells, int[] widths) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i).isBlank() ? "" : Printable.clip(cells.get(i), widths[i]);
      String padding = " ".repeat(Math.max(0, widths[i] - cell.length()));
      out.append(i == 0 ? "" : "  ").append(right[i] ? padding + cell : cell + padding);
    }
    return out.toString().stripTrailing();
  }
}
