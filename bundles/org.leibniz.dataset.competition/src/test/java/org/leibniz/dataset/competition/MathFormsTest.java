package org.leibniz.dataset.competition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.Problem;

class MathFormsTest {
  private static final String ROW =
      "{\"problem\": \"What is $%s$?\", \"level\": \"Level 3\", \"type\": \"Counting & Probability\", \"solution\": \"$\\\\boxed{2}$\"}";
  private static final String MESSAGES =
      """
      {"id": "test/counting_and_probability/%s.json", "messages": [{"role": "user", "content": "What is $1$?"}], \
      "ground_truth": {"solution": "s", "answer": "2"}}""";

  @TempDir Path folder;

  @Test
  void idsArePathsOfThePublisherAndSubjectsItsFolders() throws IOException {
    Path subject = Files.createDirectories(folder.resolve("train/counting_and_probability"));
    Files.writeString(subject.resolve("10.json"), ROW.formatted("10"));
    Files.writeString(subject.resolve("9.json"), ROW.formatted("9"));

    Dataset dataset = open(folder.resolve("train"));

    assertThat(dataset.split()).isEqualTo("train");
    assertThat(dataset.problems()).extracting(Problem::id)
        .containsExactly("train/counting_and_probability/9.json", "train/counting_and_probability/10.json");
    assertThat(dataset.problems()).extracting(Problem::subject).containsOnly("counting_and_probability");
    assertThat(dataset.problems()).extracting(Problem::level).containsOnly(3);
    assertThat(open(subject).problems()).isEqualTo(dataset.problems());
  }

  @Test
  void mathCodersLevelsAreFoundBesideTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("minival.jsonl"), MESSAGES.formatted("1") + "\n" + MESSAGES.formatted("2"));
    Dataset without = open(file);
    Files.writeString(
        folder.resolve("MATH_subject_level.jsonl"),
        "{\"test/counting_and_probability/1.json\": 5, \"test/counting_and_probability/2.json\": 1}");

    assertThat(without.problems()).extracting(Problem::level).containsOnly(0);
    assertThat(open(file).problems()).extracting(Problem::level).containsExactly(5, 1);
    assertThat(open(file).digest()).isNotEqualTo(without.digest());
  }

  @Test
  void anIdThatAppearsTwiceIsRefusedWithBothLines() throws IOException {
    Path file = Files.writeString(folder.resolve("twice.jsonl"), MESSAGES.formatted("1") + "\n" + MESSAGES.formatted("1"));

    assertThatThrownBy(() -> open(file))
        .hasMessageContaining("twice.jsonl:2: id: 'test/counting_and_probability/1.json' is used by line 1 already");
  }

  @Test
  void aFolderWithoutProblemsIsRefused() {
    assertThatThrownBy(() -> open(folder)).hasMessageContaining("holds no problems: expected files <subject>/<number>.json");
  }

  private static Dataset open(Path path) {
    return new MathSource().open(Config.of(Map.of("path", path.toString())));
  }
}
