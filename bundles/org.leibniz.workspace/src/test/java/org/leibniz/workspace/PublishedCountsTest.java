package org.leibniz.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;

class PublishedCountsTest {
  private static final String GOOD =
      """
      runs:
        big-v1.0-gsm8k: {of: 1319, published: 83.9, listed: 1107, source: table}
        grid/small: {of: 254, listed: 57}
      sources:
        table: "A Paper, Table 2"
      absent:
        - {system: Huge, why: its outputs are not public}
      """;

  @TempDir Path folder;

  private PublishedCounts read(String text) throws IOException {
    Files.writeString(folder.resolve("workspace.yaml"), "name: w\n");
    Files.writeString(folder.resolve(PublishedCounts.FILE), text);
    return PublishedCounts.in(Workspace.open(folder)).orElseThrow();
  }

  @Test
  void readsFiguresByRunAndWhatIsNotPublic() throws IOException {
    PublishedCounts counts = read(GOOD);
    assertThat(counts.runs().keySet()).containsExactly("big-v1.0-gsm8k", "grid/small");
    assertThat(counts.runs().get("big-v1.0-gsm8k"))
        .isEqualTo(new PublishedCounts.Count(1319, OptionalDouble.of(83.9), 1107, "A Paper, Table 2"));
    assertThat(counts.runs().get("grid/small").published()).isEmpty();
    assertThat(counts.absent()).containsExactly(new PublishedCounts.Absent("Huge", "its outputs are not public"));
  }

  @Test
  void aWorkspaceNeedsNone() throws IOException {
    Files.writeString(folder.resolve("workspace.yaml"), "name: w\n");
    assertThat(PublishedCounts.in(Workspace.open(folder))).isEmpty();
  }

  @Test
  void namesFileLineAndFieldOfWhatIsWrong() {
    assertRefused(GOOD.replace("listed: 1107", "listed: 1320"), "published.yaml:2: runs.big-v1.0-gsm8k.listed: expected at most the 1319");
    assertRefused(GOOD.replace("of: 254", "of: -1"), "published.yaml:3: runs.grid/small.of: expected a count from 1, found -1");
    assertRefused(GOOD.replace("of: 254, ", ""), "published.yaml:3: runs.grid/small.of: is missing; expected a count");
    assertRefused(GOOD.replace("83.9", "839"), "published.yaml:2: runs.big-v1.0-gsm8k.published: expected per cent from 0 to 100");
    assertRefused(GOOD.replace("source: table", "source: tabel"), "published.yaml:2: runs.big-v1.0-gsm8k.source: no source 'tabel'; sources has table");
    assertRefused(GOOD.replace(", source: table", ""), "published.yaml:2: runs.big-v1.0-gsm8k.source: is missing");
    assertRefused(GOOD.replace("listed: 57", "lsted: 57"), "published.yaml:3: runs.grid/small.lsted: unknown key; did you mean 'listed'?");
    assertRefused(GOOD.replace("why:", "because:"), "published.yaml:7: absent[0].because: unknown key");
    assertRefused("sources: {a: b}\n", "runs: is missing");
    assertRefused("runs: [1]\n", "published.yaml:1: runs: expected a mapping");
  }

  private void assertRefused(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(LeibnizException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_INPUT))
        .hasMessageContaining(message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }
}
