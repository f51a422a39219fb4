package org.leibniz.model.recorded.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leibniz.api.LeibnizException;

class PublishedFormatsTest {
  private static Recording read(String format, Map<String, Object> record) {
    try {
      ObjectMapper json = new ObjectMapper();
      Row row = new Row(json.readTree(json.writeValueAsString(record)), Path.of("r.jsonl"), 1, 0);
      return RecordingFormat.BY_ID.get(format).read(row);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> replies(Recording recording) {
    return recording.replies().stream().map(RecordedReply::text).toList();
  }

  @Test
  void takesAToraTraceApartAtItsOutputs() {
    String trace = "```python\nprint(1)\n```\n```output\n1\n```\nAgain.\n```python\nx = 1\n```\n```output\nDone\n```\nIt is $\\boxed{1}$.";
    Recording recording = read("tora", Map.of("question", "How many?", "code", List.of(trace)));
    assertThat(replies(recording))
        .containsExactly("```python\nprint(1)\n```\n", "Again.\n```python\nx = 1\n```\n", "It is $\\boxed{1}$.");
    assertThat(recording.executions()).containsExactly("1", "Done");
    assertThat(recording.replies().getFirst().matched()).contains("```output");
  }

  @Test
  void keepsAToraTraceWithoutOutputWhole() {
    assertThat(replies(read("tora", Map.of("code", List.of("no program here"))))).containsExactly("no program here");
  }

  @Test
  void findsAbelsQuestionInItsPrompt() {
    Recording recording =
        read("abel", Map.of("prompt", "Question:\nHow many?\nAnswer:\nLet's think step by step.\n", "response", "#### 4"));
    assertThat(recording.question()).isEqualTo("How many?");
    assertThat(replies(recording)).containsExactly("#### 4");
  }

  @Test
  void keepsTheGoldAnswerThatGsmPlusGradedAgainst() {
    Recording metamath =
        read("gsm-plus", Map.of("input", "x\n\n### Instruction:\nHow many?\n\n### Response: Let's", "completion", "4", "answer", 4));
    assertThat(metamath.question()).isEqualTo("How many?");
    assertThat(metamath.amendment().attributes()).containsEntry("recordedRule", "metamath-70b");
    assertThat(metamath.amendment().answer()).contains("4");
    Recording tora = read("gsm-plus", Map.of("question", "How many?", "code", List.of("trace"), "gt", "1,000"));
    assertThat(tora.amendment().answer()).contains("1,000");
    Recording abel = read("gsm-plus", Map.of("question", "q", "model_prediction", "p", "gold", "None", "answer", "long #### 3"));
    assertThat(abel.amendment().answer()).contains("None");
  }

  @Test
  void keepsTheGoldAnswerThatMathCoderGradedAgainst() {
    List<Map<String, String>> blocks = List.of(Map.of("role", "user", "content", "q"), Map.of("role", "text", "content", "t"));
    Map<String, Object> gold = Map.of("solution", "It is $\\boxed{\\frac32}$.", "answer", "\\frac{3}{2}");
    assertThat(read("mathcoder", Map.of("debug_result", blocks, "ground_truth", gold)).amendment().answer())
        .contains("\\frac{3}{2}");
    assertThat(read("mathcoder", Map.of("debug_result", blocks)).amendment().answer()).isEmpty();
  }

  @Test
  void keepsTheGoldAnswerThatProgramOfThoughtsGradedAgainst() {
    Recording recording = read("pot", Map.of("question", "q", "generated", List.of("ans = 2125"), "answer", 2125.0));
    assertThat(recording.amendment().answer()).contains("2125.0");
    assertThat(read("pot", Map.of("question", "q", "generated", List.of("ans = 1"), "answer", 2.0e7)).amendment().answer())
        .contains("20000000");
  }

  @Test
  void splitsZeroShotGenerationsAtTheFirstQuestionForTheAnswer() {
    Recording two =
        read("zero-shot-cot",
            Map.of("question", "Which? Answer Choices: (A) 1", "generation",
                "Think. \nTherefore, the answer (arabic numerals) is 4. \nTherefore, the answer (arabic numerals) is 5."));
    assertThat(replies(two)).containsExactly("Think.", " 4. \nTherefore, the answer (arabic numerals) is 5.");
    assertThat(two.question()).isEqualTo("Which?");
    Recording one = read("zero-shot-cot", Map.of("generation", "Among A through E, the answer is D."));
    assertThat(replies(one)).containsExactly(" D.");
    ZeroShotFormat format = new ZeroShotFormat();
    assertThat(format.traits(List.of(two))).containsEntry("form", "zero-shot-cot");
    assertThat(format.traits(List.of(one))).containsEntry("form", "zero-shot");
  }

  @Test
  void refusesARecordOfAnotherFormat() {
    assertThatThrownBy(() -> read("tora", Map.of("solution", "x"))).isInstanceOf(LeibnizException.class).hasMessageContaining("r.jsonl:1: code");
    assertThatThrownBy(() -> read("verifiers", Map.of("code", "x"))).hasMessageContaining("r.jsonl:1: solution: is missing");
  }
}
