package org.leibniz.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Two published MathCoder runs on GSM8K, compared; the printed digits are those of {@code docs/statistics.md}. */
class WorkedExampleTest {
  private static final Pattern LABEL = Pattern.compile("\"index\": (\\d+), \"correct\": (true|false)");

  @Test
  void comparesMathCodersPublishedRunsToThePrintedDigit() throws IOException {
    Map<String, Double> codeLlama34b = labels("MathCoder-CL-34b/GSM8K@20230913-1304.labels.jsonl.gz");
    Map<String, Double> llama70b = labels("MathCoder-L-70b/GSM8K@20230918-2042.labels.jsonl.gz");

    PairedComparison comparison = PairedComparison.of(codeLlama34b, llama70b);

    assertThat(comparison.n()).isEqualTo(1319);
    assertThat(percent(comparison.accuracyB())).isEqualTo("84.69");
    assertThat(percent(comparison.accuracyA())).isEqualTo("82.34");
    assertThat(comparison.gained()).isEqualTo(108);
    assertThat(comparison.lost()).isEqualTo(77);
    assertThat(percent(comparison.unpairedSe())).isEqualTo("1.44");
    assertThat(written(comparison.unpairedP())).isEqualTo("0.104");
    assertThat(percent(comparison.se())).isEqualTo("1.03");
    assertThat(written(comparison.p())).isEqualTo("0.022");
    assertThat(written(comparison.mcnemarP())).isEqualTo("0.027");
    assertThat(comparison.verdict()).isEqualTo(PairedVerdict.BETTER);
    assertThat(comparison.interval().method()).isEqualTo(Interval.Method.NORMAL);
    assertThat(String.format(Locale.ROOT, "%.1f", 100 * comparison.minimumDetectable())).isEqualTo("2.9");
  }

  @Test
  void fourteenPercentDiscordanceDetectsTheStatedEffects() {
    assertThat(String.format(Locale.ROOT, "%.1f", 100 * Power.minimumDetectable(0.14, 1319))).isEqualTo("2.9");
    assertThat(String.format(Locale.ROOT, "%.1f", 100 * Power.minimumDetectable(0.14, 500))).isEqualTo("4.7");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f", 100 * share);
  }

  private static String written(double p) {
    return String.format(Locale.ROOT, "%.3f", p);
  }

  private static Map<String, Double> labels(String file) throws IOException {
    String corpora = System.getenv("LEIBNIZ_CORPORA");
    assumeTrue(corpora != null, "needs the published runs: set LEIBNIZ_CORPORA");
    Map<String, Double> grades = new HashMap<>();
    Path path = Path.of(corpora, "published", "mathcoder", file);
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        Matcher label = LABEL.matcher(line);
        assertThat(label.find()).isTrue();
        grades.put(label.group(1), label.group(2).equals("true") ? 1.0 : 0.0);
      }
    }
    return grades;
  }
}
