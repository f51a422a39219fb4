package org.leibniz.dataset.rows;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.leibniz.api.LeibnizException;

/**
 * Reads a file of JSON rows: one object a line, one array of objects, or a single object. Which of these is told by the
 * content, because publishers name JSON Lines {@code .json} and gzip either. Rows are handed over one at a time.
 */
public final class Rows {
  private final Lines lines;
  private final Consumer<Row> sink;

  private Rows(Lines lines, Consumer<Row> sink) {
    this.lines = lines;
    this.sink = sink;
  }

  /** Reads every row; malformed text throws {@code BAD_INPUT} with file and line. */
  public static void read(Path file, Checksum checksum, Consumer<Row> sink) {
    try (Lines lines = TextFile.open(file, checksum)) {
      Rows rows = new Rows(lines, sink);
      if (!rows.advanceToText()) {
        return;
      }
      if (rows.isLineByLine()) {
        rows.readLines();
      } else {
        rows.readDocument();
      }
    }
  }

  private boolean advanceToText() {
    while (lines.advance()) {
      if (!lines.text().isBlank()) {
        return true;
      }
    }
    return false;
  }

  private boolean isLineByLine() {
    String first = lines.text().stripLeading();
    if (first.charAt(0) == '[') {
      return false;
    }
    String name = lines.file().getFileName().toString().toLowerCase(Locale.ROOT);
    if (first.charAt(0) != '{' || name.contains(".jsonl") || name.contains(".ndjson")) {
      return true;
    }
    if (!first.stripTrailing().endsWith("}")) {
      return false;
    }
    try {
      row(first, 1);
      return true;
    } catch (LeibnizException e) {
      return false;
    }
  }

  private void readLines() {
    do {
      sink.accept(row(lines.text(), lines.number()));
    } while (advanceToText());
  }

  private Row row(String text, int line) {
    try (JsonParser parser = JsonText.parser(text)) {
      JsonToken token = parser.nextToken();
      if (token != JsonToken.START_OBJECT) {
        throw LeibnizException.badInput(lines.file(), line, "", "expected one JSON object on the line, found " + found(token));
      }
      Row row = new Row(lines.file(), line, JsonText.row(parser, null), Map.of());
      JsonToken rest = parser.nextToken();
      if (rest != null) {
        throw LeibnizException.badInput(
            lines.file(), line, "", "expected one JSON object on the line, found more behind it: " + found(rest));
      }
      return row;
    } catch (IOException e) {
      throw malformed(line, e);
    }
  }

  private void readDocument() {
    int before = lines.number() - 1;
    try (JsonParser parser = JsonText.parser(lines.reader())) {
      boolean array = parser.nextToken() == JsonToken.START_ARRAY;
      JsonToken token = array ? parser.nextToken() : parser.currentToken();
      while (token != JsonToken.END_ARRAY && token != null) {
        int line = before + parser.currentTokenLocation().getLineNr();
        if (token != JsonToken.START_OBJECT) {
          throw LeibnizException.badInput(lines.file(), line, "", "expected a JSON object, found " + found(token));
        }
        Map<String, Integer> fieldLines = new HashMap<>();
        Map<String, JsonValue> fields = JsonText.row(parser, fieldLines);
        fieldLines.replaceAll((name, number) -> before + number);
        sink.accept(new Row(lines.file(), line, fields, fieldLines));
        token = parser.nextToken();
      }
      if (array && token == null || token != null && parser.nextToken() != null) {
        int line = before + parser.currentLocation().getLineNr();
        throw LeibnizException.badInput(
            lines.file(), line, "", token == null ? "the JSON array is not closed" : "expected the end of the file after the array");
      }
    } catch (IOException e) {
      int line = e instanceof JsonProcessingException p && p.getLocation() != null ? p.getLocation().getLineNr() : 1;
      throw malformed(before + Math.max(1, line), e);
    }
  }

  private LeibnizException malformed(int line, IOException e) {
    String message = e instanceof JsonProcessingException p ? p.getOriginalMessage() : e.getMessage();
    String plain = TextFile.oneLine(String.valueOf(message));
    // The parser's messages end in advice about its own settings and classes, of no use to whoever wrote the file.
    String reason = plain.split(" \\(start marker| \\(from `|: enable `", 2)[0];
    return LeibnizException.badInput(lines.file(), line, "", "is not valid JSON: " + reason);
  }

  private static String found(JsonToken token) {
    return switch (token) {
      case null -> "nothing";
      case START_ARRAY, END_ARRAY -> "a list";
      case START_OBJECT, END_OBJECT -> "an object";
      case VALUE_STRING -> "text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      default -> token.asString() == null ? "something else" : "'" + token.asString() + "'";
    };
  }
}
