package org.leibniz.dataset.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.LeibnizException;

class RowsTest {
  @TempDir Path folder;

  @Test
  void tellsLinesArraysAndSingleObjectsByTheirContentNotTheirName() throws IOException {
    assertThat(texts("lines.json", "{\"a\": 1}\n{\"a\": 2}\n")).containsExactly("1", "2");
    assertThat(texts("array.jsonl", "[{\"a\": 1},\n {\"a\": 2}]")).containsExactly("1", "2");
    assertThat(texts("single.json", "\n{\n  \"a\": 1.50\n}")).containsExactly("1.50");
    assertThat(texts("mark.jsonl", "\uFEFF{\"a\": \"é\"}\r\n\r\n{\"a\": \"√\"}\r\n")).containsExactly("é", "√");
  }

  @Test
  void hashesTheBytesOfTheWholeFileAsTheyLieOnDisk() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write("{\"a\": 1}\n".getBytes(StandardCharsets.UTF_8));
    }
    Path file = Files.write(folder.resolve("zipped"), bytes.toByteArray());
    Checksum checksum = new Checksum();
    Rows.read(file, checksum, row -> {});

    assertThat(checksum.hex())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray())));
  }

  @Test
  void namesTheLineOfMalformedJson() {
    assertRefused("a.jsonl", "{\"a\": 1}\n{\"a\": \n{\"a\": 3}\n", "a.jsonl:2: is not valid JSON: ");
    assertRefused("b.jsonl", "{\"a\": 1}\n{\"a\": 1} {}\n", "b.jsonl:2: expected one JSON object on the line, found more behind it");
    assertRefused("c.jsonl", "{\"a\": 1}\n7\n", "c.jsonl:2: expected one JSON object on the line, found a number");
    assertRefused("d.json", "[\n{\"a\": 1},\n{\"a\": 1,,}\n]", "d.json:3: is not valid JSON: ");
    assertRefused("e.json", "[\n{\"a\": 1}\n", "e.json:");
    assertRefused("f.json", "[\n{\"a\": 1}\n] []", "f.json:3: expected the end of the file after the array");
    assertRefused("g.json", "[{\"a\": 1},\n 3]", "g.json:2: expected a JSON object, found a number");
    assertRefused("h.jsonl", "{\"a\": 1, \"a\": 2}", "h.jsonl:1: is not valid JSON: Duplicate field 'a'");
    assertRefused("i.csv", "question,answer\n", "i.csv:1: is not valid JSON: ");
  }

  @Test
  void namesTheByteThatIsNotUtf8() throws IOException {
    Path file = folder.resolve("latin.jsonl");
    Files.write(file, "{\"a\": 1}\n{\"a\": \"é\"}\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> read(file)).hasMessageEndingWith("latin.jsonl:2: byte 8 of the line (0xE9) is not UTF-8: save the file as UTF-8");
  }

  @Test
  void refusesNestingAndNumbersOfValuesThatOnlyAnAttackerWrites() {
    assertRefused("deep.jsonl", "{\"a\": " + "[".repeat(100_000) + "}", "deep.jsonl:1: is not valid JSON: ");
    assertRefused("wide.jsonl", "{\"a\": [" + "0,".repeat(Limits.ROW_VALUES) + "0]}", "a row holds more than 1000000 values");
  }

  @Test
  void refusesAFileThatUnpacksIntoMoreThanItMay() throws IOException {
    Path bomb = folder.resolve("bomb.jsonl.gz");
    try (OutputStream zip = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      byte[] blanks = new byte[1 << 20];
      java.util.Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i <= Limits.LINE_BYTES >> 20; i++) {
        zip.write(blanks);
      }
    }

    assertThatThrownBy(() -> read(bomb)).hasMessageEndingWith("bomb.jsonl.gz:1: the line is longer than 64 MiB");
  }

  @Test
  void findsFieldsByDottedPathsAndSaysWhatDoesNotFit() throws IOException {
    Row row = read(Files.writeString(folder.resolve("r.json"), "{\"a\": {\"b\": [1, {\"c\": \"x\"}]}, \"d.e\": true, \"n\": null}")).getFirst();

    assertThat(row.text("a.b.1.c")).isEqualTo("x");
    assertThat(row.text("d.e")).isEqualTo("true");
    assertThat(row.has("n")).isFalse();
    assertThat(row.has("a.b.7")).isFalse();
    assertThatThrownBy(() -> row.text("a.b")).hasMessageEndingWith("r.json:1: a.b: expected text, found a list");
    assertThatThrownBy(() -> row.index("a.b.0", 1)).hasMessageContaining("expected a whole number from 0 to 0, found '1'");
  }

  private void assertRefused(String name, String text, String message) {
    assertThatThrownBy(() -> texts(name, text))
        .isInstanceOf(LeibnizException.class)
        .hasMessageContaining(message)
        .message()
        .doesNotContain("\n");
  }

  private List<String> texts(String name, String text) throws IOException {
    return read(Files.writeString(folder.resolve(name), text)).stream().map(row -> row.text("a")).toList();
  }

  private static List<Row> read(Path file) {
    List<Row> rows = new ArrayList<>();
    Rows.read(file, new Checksum(), rows::add);
    return rows;
  }
}
