package org.leibniz.cli.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leibniz.api.metric.Measure;
import org.leibniz.cli.internal.Console;

class TextTest {
  private static String printed(Table table, boolean terminal, int width) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    table.print(new Console(stream, stream, terminal, width, false));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void numbersStandToTheRight() {
    String table = printed(Table.of("subject", ">n").row("algebra", "7").rule().row("all", "1,319"), false, 80);
    assertThat(table).isEqualTo("subject      n\n──────────────\nalgebra      7\n──────────────\nall      1,319\n");
  }

  @Test
  void theLastColumnEndsWhereTheTerminalDoes() {
    String table = printed(Table.of("id", "text").row("a", "x".repeat(100)), true, 40);
    assertThat(table.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(40));
    assertThat(printed(Table.of("id", "text").row("a", "x".repeat(100)), false, 40)).contains("x".repeat(100));
  }

  @Test
  void cellsStayOnOneLine() {
    assertThat(printed(Table.of("a", "b").row("x\ny", "\u001b[2J"), false, 80)).contains("x y  ␛[2J");
  }

  @Test
  void figuresAreThoseOfPapers() {
    assertThat(Figures.percent(0.84687)).isEqualTo("84.7 %");
    assertThat(Figures.interval(0.8263, 0.8652)).isEqualTo("82.6–86.5");
    assertThat(Figures.points(0.0235)).isEqualTo("+2.35");
    assertThat(Figures.count(1319)).isEqualTo("1,319");
    assertThat(Figures.time(0.85)).isEqualTo("850 ms");
    assertThat(Figures.time(185)).isEqualTo("3:05 min");
    assertThat(Figures.time(7800)).isEqualTo("2:10:00 h");
    assertThat(Figures.time(Double.NaN)).isEqualTo("–");
    assertThat(Figures.bytes(1536)).isEqualTo("1.5 KiB");
    assertThat(Figures.measure(Measure.of(0.5, 2, "share"))).isEqualTo("50.0 %");
    assertThat(Figures.measure(Measure.of(2.5, 2, "programs"))).isEqualTo("2.50");
  }

  @Test
  void misspeltWordsFindTheirNeighbour() {
    assertThat(Nearest.to("rnu", List.of("run", "runs", "show"))).contains("run");
    assertThat(Nearest.to("xyzzy", List.of("run", "runs", "show"))).isEmpty();
  }
}
