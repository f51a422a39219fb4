package org.leibniz.model.recorded.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.CallId;
import org.leibniz.api.Config;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.model.Coverage;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.GenerationRequest;
import org.leibniz.api.model.Model;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.Sampling;
import org.leibniz.api.model.Stops;
import org.leibniz.api.strategy.Segment;
import org.leibniz.api.strategy.Solution;

class RecordedModelTest {
  private static final String MATHCODER =
      """
      {"debug_result":[{"role":"system","content":"s"},{"role":"user","content":"How many  apples?"},\
      {"role":"text","content":"Let us see."},{"role":"code","content":"1+1"},{"role":"execution","content":"2"},\
      {"role":"text","content":"2"}],"completion":"2"}
      """;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void file() {
    file = folder.resolve("recording.jsonl");
  }

  @Test
  void problemsWithoutARecordingAreExcludedOrUnansweredAsConfigured() throws IOException {
    List<Problem> problems = List.of(problem("known", 0, "How many apples?"), problem("unknown", 1, "How many pears?"));
    Coverage excluded = open(MATHCODER, "format", "mathcoder").prepare(problems);
    assertThat(excluded.missing()).containsExactly("unknown");
    Model model = open(MATHCODER, "format", "mathcoder", "missing", "unanswered");
    Coverage all = model.prepare(problems);
    assertThat(all.missing()).isEmpty();
    assertThat(all.note()).endsWith("1 problems without a recording count as unanswered");
    Generation silence = call(model, "unknown", 0, "", 0);
    assertThat(silence.raw()).isEqualTo("<|endofmessage|>");
    assertThat(model.review(problems.get(1), 0, Solution.ofText(""))).isEmpty();
    assertThat(call(model, "known", 0, "", 0).raw()).contains("Let us see.");
  }

  private Model open(String content, Object... settings) throws IOException {
    Files.writeString(file, content);
    Map<String, Object> all = new HashMap<>();
    all.put("path", file.toString());
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i].toString(), settings[i + 1]);
    }
    return new RecordedBackend().open(Config.of(all));
  }

  private static Problem problem(String id, int position, String question) {
    return new Problem(id, position, question, Problem.ALL, 0, List.of(), "2", "", Map.of());
  }

  private static Generation call(Model model, String problem, int sample, String branch, int ordinal) {
    return model.generate(
        new GenerationRequest(
            new CallId(problem, sample, branch, ordinal),
            Prompt.of("any"),
            new Decoding(Sampling.GREEDY, Stops.NONE, 10),
            0));
  }

  private static Generation call(Model model, String problem, int ordinal) {
    return call(model, problem, 0, "", ordinal);
  }

  @Test
  void answersMathCodersCallsBlockByBlockAndClosesTheMessage() throws IOException {
    Model model = open(MATHCODER, "format", "mathcoder");
    model.prepare(List.of(problem("p", 0, "How many apples?")));
    List<String> replies = new ArrayList<>();
    for (int ordinal : new int[] {0, 1, 3, 4}) {
      replies.add(call(model, "p", ordinal).raw());
    }
    assertThat(replies)
        .containsExactly(
            "<|text|>Let us see.<|endofblock|>", "<|code|>1+1<|endofblock|>", "<|text|>2<|endofblock|>", "<|endofmessage|>");
    assertThatThrownBy(() -> call(model, "p", 5))
        .isInstanceOfSatisfying(LeibnizException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_FAILED));
  }

  @Test
  void asksForNoClosingMessageAtTheRoundLimit() throws IOException {
    String blocks = "{\"role\":\"code\",\"content\":\"1\"},{\"role\":\"execution\",\"content\":\"1\"}";
    Model model =
        open(
            "{\"debug_result\":[{\"role\":\"user\",\"content\":\"q\"}" + ("," + blocks).repeat(32) + "]}\n",
            "format",
            "mathcoder");
    model.prepare(List.of(problem("p", 0, "q")));
    for (int round = 0; round < 32; round++) {
      assertThat(call(model, "p", 2 * round).raw()).startsWith("<|code|>");
    }
    assertThatThrownBy(() -> call(model, "p", 64)).hasMessageContaining("32 replies");
  }

  @Test
  void matchesRepeatedQuestionsInOrder() throws IOException {
    Model model = open("{\"question\":\"Same?\",\"replies\":[\"first\"]}\n{\"question\":\"same\",\"replies\":[\"second\"]}\n");
    Coverage coverage = model.prepare(List.of(problem("a", 0, "Same?"), problem("b", 1, "Same?")));
    assertThat(coverage.missing()).isEmpty();
    assertThat(call(model, "a", 0).raw()).isEqualTo("first");
    assertThat(call(model, "b", 0).raw()).isEqualTo("second");
  }

  @Test
  void doesNotTrustAnIdWhoseQuestionIsAnother() throws IOException {
    Model model = open("{\"id\":\"1\",\"question\":\"Two?\",\"replies\":[\"two\"]}\n{\"id\":\"2\",\"question\":\"One?\",\"replies\":[\"one\"]}\n");
    model.prepare(List.of(problem("1", 0, "One?"), problem("2", 1, "Two?")));
    assertThat(call(model, "1", 0).raw()).isEqualTo("one");
    assertThat(call(model, "2", 0).raw()).isEqualTo("two");
  }

  @Test
  void matchesByPositionWhereARecordNamesNothing() throws IOException {
    Model model = open("{\"replies\":[\"zero\"]}\n{\"replies\":[\"one\"]}\n");
    model.prepare(List.of(problem("b", 1, "B?")));
    assertThat(call(model, "b", 0).raw()).isEqualTo("one");
  }

  @Test
  void saysWhichProblemsHaveNoRecording() throws IOException {
    Model model = open("{\"id\":\"a\",\"replies\":[\"x\"]}\n");
    assertThat(model.prepare(List.of(problem("a", 0, "A?"), problem("b", 1, "B?"))).missing()).containsExactly("b");
  }

  @Test
  void keepsSamplesAndBranchesApart() throws IOException {
    Model model =
        open(
            """
            {"id":"a","sample":0,"replies":["s0",{"text":"p0","branch":"pot"}]}
            {"id":"a","sample":1,"replies":["s1"]}
            """);
    model.prepare(List.of(problem("a", 0, "A?")));
    assertThat(call(model, "a", 1, "", 0).raw()).isEqualTo("s1");
    assertThat(call(model, "a", 0, "pot", 0).raw()).isEqualTo("p0");
    assertThat(call(model, "a", 0, "", 0).raw()).isEqualTo("s0");
  }

  @Test
  void flagsALiveExecutionThatDiffersFromTheRecordedOne() throws IOException {
    Model model = open(MATHCODER, "format", "mathcoder");
    Problem problem = problem("p", 0, "How many apples?");
    model.prepare(List.of(problem));
    assertThat(model.review(problem, 0, shown("2"))).isEmpty();
    assertThat(model.review(problem, 0, shown("3"))).containsExactly("execution-differs");
  }

  private static Solution shown(String output) {
    return new Solution(List.of(new Segment.Output(output, "", 1)), output, Solution.Ending.FINISHED);
  }

  @Test
  void refusesBadRowsWithFileLineAndField() {
    assertThatThrownBy(() -> open("{\"id\":\"a\",\"replies\":[\"x\"]}\n{\"id\":\"b\",\"replies\":[{\"txt\":\"x\"}]}\n"))
        .hasMessageContaining("recording.jsonl:2: replies[0].txt: unknown key");
    assertThatThrownBy(() -> open("{\"debug_result\":7}\n", "format", "mathcoder"))
        .hasMessageContaining("recording.jsonl:1: debug_result: expected a list");
    assertThatThrownBy(() -> open("not json\n")).hasMessageContaining("recording.jsonl:1: is not valid JSON");
    assertThatThrownBy(() -> open("\n")).hasMessageContaining("has no records");
  }

  @Test
  void refusesADamagedGzipFileAndInvalidUtf8() throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("{\"id\":\"a\",\"replies\":[\"x\"]}\n".repeat(5_000).getBytes());
    }
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
    Config config = Config.of(Map.of("path", file.toString()));
    assertThatThrownBy(() -> new RecordedBackend().open(config)).hasMessageContaining("damaged gzip");
    Files.write(file, new byte[] {'{', (byte) 0xff, '}'});
    assertThatThrownBy(() -> new RecordedBackend().open(config)).hasMessageContaining("is not valid UTF-8");
  }
}
