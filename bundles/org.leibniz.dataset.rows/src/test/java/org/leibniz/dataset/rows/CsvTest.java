package org.leibniz.dataset.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
  @TempDir Path folder;

  @Test
  void readsQuotedCellsWithCommasQuotesAndLineEnds() throws IOException {
    List<Csv.Line> lines = read("a,\"b, \"\"c\"\"\r\nd\",\r\n\r\ne,f,g");

    assertThat(lines).extracting(Csv.Line::cells).containsExactly(List.of("a", "b, \"c\"\r\nd", ""), List.of("e", "f", "g"));
    assertThat(lines).extracting(Csv.Line::line).containsExactly(1, 4);
  }

  @Test
  void namesTheLineOfAQuoteThatIsLeftOpenOrMisplaced() {
    assertThatThrownBy(() -> read("a,b\nc,\"d\ne\n")).hasMessageEndingWith("t.csv:2: a quoted cell is not closed");
    assertThatThrownBy(() -> read("a,b\n\"c\"d,e\n")).hasMessageContaining("t.csv:2: expected a separator after a closing quote, found 'd'");
  }

  private List<Csv.Line> read(String text) throws IOException {
    List<Csv.Line> lines = new ArrayList<>();
    Csv.read(Files.writeString(folder.resolve("t.csv"), text), new Checksum(), ',', lines::add);
    return lines;
  }
}
