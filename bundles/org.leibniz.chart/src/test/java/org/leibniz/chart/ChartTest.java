package org.leibniz.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.stats.PairedComparison;
import org.leibniz.stats.SubjectComparison;

class ChartTest {
  private static final List<Series> TWO_RUNS =
      List.of(
          new Series("cot", false, List.of(Bar.of("Algebra", 600, 1187), Bar.of("Number Theory", 81, 540))),
          new Series("interleaved", false, List.of(Bar.of("Algebra", 805, 1187), Bar.of("Number Theory", 203, 540))));

  @TempDir Path folder;

  @Test
  void printsEveryValueWithOneDecimalAndEveryNumberOfProblems() {
    SvgText text = text(Charts.shares(ChartSpec.of(ChartKind.SUBJECTS, "MATH by subject"), TWO_RUNS));

    assertThat(text.words())
        .contains("MATH by subject", "cot", "interleaved", "Algebra", "n = 1187", "n = 540")
        .contains("50.5", "67.8", "15.0", "37.6");
  }

  @Test
  void marksPublishedFiguresAndRepeatsFootnotes() {
    List<Series> series = new ArrayList<>(TWO_RUNS);
    series.add(new Series("GPT-4", true, List.of(Bar.of("Algebra", 0.7))));
    ChartSpec spec =
        ChartSpec.of(ChartKind.SUBJECTS, "").withFootnotes(List.of("Demonstration: no model was run.", "Source: a paper"));

    for (ChartKind kind : List.of(ChartKind.SUBJECTS, ChartKind.HEATMAP)) {
      ChartSpec one = new ChartSpec(kind, "t", "s", Theme.DARK, 0, 0, spec.footnotes());
      String all = String.join(" | ", text(Charts.shares(one, series)).words());
      assertThat(all).contains("published, not run here").contains("Demonstration: no model was run.").contains("Source: a paper");
    }
  }

  @Test
  void noTwoLabelsOverlapWhateverTheNumberAndLengthOfCategories() {
    String[] names = {
      "algebra__linear_1d_composed", "Common-Division", "Type 7", "Counting & Probability",
      "The student's commonsense and physical knowledge about everyday situations", "averyveryveryverylongwordwithoutanybreakinitatallwhichnobodywouldwrite"
    };
    for (int categories : new int[] {1, 2, 5, 7, 12, 25}) {
      for (int runs : new int[] {1, 2, 3, 6}) {
        List<Series> series = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
          List<Bar> bars = new ArrayList<>();
          for (int i = 0; i < categories; i++) {
            bars.add(Bar.of(i + " " + names[i % names.length], (37L * i + 11L * run) % 101, 100 + run));
          }
          series.add(new Series("run " + run + " of a model with a long name", false, bars));
        }
        for (ChartKind kind : List.of(ChartKind.SUBJECTS, ChartKind.HEATMAP)) {
          SvgText text = text(Charts.shares(ChartSpec.of(kind, "Title").withSubtitle("subtitle"), series));
          assertThat(text.overlaps()).as("%s, %d categories, %d runs", kind, categories, runs).isEmpty();
          assertThat(text.outside()).as("%s, %d categories, %d runs", kind, categories, runs).isEmpty();
        }
      }
    }
  }

  @Test
  void forestShowsEveryDifferenceWithItsIntervalAndMarksWhatSurvivesHolm() {
    List<Difference> rows = new ArrayList<>();
    Map<String, Double> a = new TreeMap<>();
    Map<String, Double> b = new TreeMap<>();
    Map<String, String> subjects = new TreeMap<>();
    for (int i = 0; i < 300; i++) {
      a.put("p" + i, i % 2 == 0 ? 1.0 : 0.0);
      b.put("p" + i, i % 2 == 0 || i % 3 == 0 && i < 200 ? 1.0 : 0.0);
      subjects.put("p" + i, i % 3 == 0 ? "Algebra" : "Geometry");
    }
    SubjectComparison.of(a, b, subjects, SubjectComparison.Correction.HOLM).forEach(row -> rows.add(Difference.of(row)));
    rows.add(0, Difference.overall("all problems", PairedComparison.of(a, b)));

    Chart chart = Charts.differences(ChartSpec.of(ChartKind.COMPARE, "B against A"), "run A", "run B", rows);
    SvgText text = text(chart);

    assertThat(text.words()).contains("Algebra", "Geometry", "all problems", "n = 100,  50.0 → 83.0");
    assertThat(text.words()).anyMatch(word -> word.startsWith("+11.0 [") && word.endsWith("*"));
    assertThat(text.words()).anyMatch(word -> word.startsWith("0.0 [") && !word.endsWith("*"));
    assertThat(String.join(" ", text.words())).contains("(Holm)");
    assertThat(text.overlaps()).isEmpty();
    assertThat(text.outside()).isEmpty();
  }

  @Test
  void drawsCurvesWithAxesAndALegend() {
    List<Curve> curves =
        List.of(
            new Curve("one", List.of(new Curve.Point(1, 7), new Curve.Point(100, 2), new Curve.Point(200, 0.5))),
            new Curve("<b>", List.of(new Curve.Point(1, 6.5), new Curve.Point(150, 1))));
    SvgText text = text(Charts.curves(ChartSpec.of(ChartKind.SUBJECTS, "Loss"), "step", "loss in nats", curves));
    assertThat(text.words()).contains("Loss", "step", "one", "0", "200");
    assertThat(text.overlaps()).isEmpty();
    assertThat(text.outside()).isEmpty();
    assertUsage(() -> Charts.curves(ChartSpec.of(ChartKind.SUBJECTS, "t"), "x", "y", List.of(new Curve("none", List.of()))), "nothing to draw");
  }

  @Test
  void writesEveryFormatThatTheExtensionNames() throws IOException {
    Chart chart = Charts.shares(ChartSpec.of(ChartKind.SUBJECTS, "t"), TWO_RUNS);
    chart.write(folder.resolve("new/folder/chart.svg"));
    chart.write(folder.resolve("chart.PNG"));
    chart.write(folder.resolve("chart.pdf"));

    assertThat(Files.readString(folder.resolve("new/folder/chart.svg"))).startsWith("<?xml").contains("viewBox");
    BufferedImage image = ImageIO.read(folder.resolve("chart.PNG").toFile());
    assertThat(image.getWidth()).isEqualTo(2 * chart.width());
    assertThat(image.getHeight()).isEqualTo(2 * chart.height());
    Set<Integer> colours = new HashSet<>();
    for (int x = 0; x < image.getWidth(); x += 3) {
      for (int y = 0; y < image.getHeight(); y += 3) {
        colours.add(image.getRGB(x, y) & 0xFFFFFF);
      }
    }
    assertThat(colours).contains(0xFFFFFF, 0x0072B2, 0xE69F00);
    byte[] pdf = Files.readAllBytes(folder.resolve("chart.pdf"));
    assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
  }

  @Test
  void sameChartGivesTheSameBytes() {
    for (ChartFormat format : List.of(ChartFormat.SVG, ChartFormat.PNG)) {
      byte[] one = Charts.shares(ChartSpec.of(ChartKind.LEVELS, "t"), TWO_RUNS).encoded(format);
      byte[] other = Charts.shares(ChartSpec.of(ChartKind.LEVELS, "t"), TWO_RUNS).encoded(format);
      assertThat(one).isEqualTo(other);
    }
  }

  @Test
  void refusesOtherExtensionsKindsThemesAndEmptyCharts() {
    Chart chart = Charts.shares(ChartSpec.of(ChartKind.SUBJECTS, "t"), TWO_RUNS);
    assertUsage(() -> chart.write(folder.resolve("chart.jpg")), ".svg, .png or .pdf");
    assertUsage(() -> chart.write(folder.resolve("chart")), ".svg, .png or .pdf");
    assertUsage(() -> chart.write(folder.resolve("chart.svg/")), "cannot be written", () -> Files.createDirectory(folder.resolve("chart.svg")));
    assertUsage(() -> ChartKind.of("pie"), "subjects, levels, heatmap, compare, forest");
    assertUsage(() -> Theme.of("blue"), "light, dark");
    assertUsage(() -> Charts.shares(ChartSpec.of(ChartKind.SUBJECTS, "t"), List.of()), "nothing to draw");
    assertUsage(() -> Charts.differences(ChartSpec.of(ChartKind.FOREST, "t"), "a", "b", List.of()), "nothing to draw");
  }

  @Test
  void drawsCategoriesWithoutSamplesAndHostileNames() throws IOException {
    List<Series> series =
        List.of(
            new Series("<b>&\"'</b>", false, List.of(Bar.of("<script>alert(1)</script>", 1, 2), Bar.of("", 0, 0), Bar.of("\u0007\n", 1, 1))),
            new Series("<b>&\"'</b>", false, List.of(Bar.of("x".repeat(100_000), 1, 2))));
    for (ChartKind kind : List.of(ChartKind.SUBJECTS, ChartKind.HEATMAP)) {
      Chart chart = Charts.shares(ChartSpec.of(kind, "<&>\u0000"), series);
      assertThat(text(chart).words()).isNotEmpty();
      assertThat(ImageIO.read(new ByteArrayInputStream(chart.encoded(ChartFormat.PNG)))).isNotNull();
    }
  }

  private static SvgText text(Chart chart) {
    return SvgText.of(chart.encoded(ChartFormat.SVG), chart.width(), chart.height());
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void assertUsage(Step step, String message, Step before) {
    assertUsage(
        () -> {
          before.run();
          step.run();
        },
        message);
  }

  private static void assertUsage(Step step, String message) {
    LeibnizException thrown = catchThrowableOfType(LeibnizException.class, step::run);
    assertThat(thrown.code()).isEqualTo(ErrorCode.BAD_USAGE);
    assertThat(thrown).hasMessageContaining(message);
  }
}
