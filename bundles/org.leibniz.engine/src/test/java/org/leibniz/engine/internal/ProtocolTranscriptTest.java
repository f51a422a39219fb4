package org.leibniz.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leibniz.tck.ScriptedSession.echoed;
import static org.leibniz.tck.ScriptedSession.failed;
import static org.leibniz.tck.ScriptedSession.printed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Status;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Usage;
import org.leibniz.api.strategy.Segment;
import org.leibniz.engine.internal.ProtocolRun.Script;
import org.leibniz.store.CallRecord;
import org.leibniz.store.StoredSample;
import org.leibniz.store.StoredSample.TimedSegment;

/** The papers' protocols against a scripted model: what the store holds afterwards, call by call and piece by piece. */
class ProtocolTranscriptTest {
  private static final String GSM8K =
      """
      {"question": "Ada has 3 pens and buys 4 more. How many pens has she?", "answer": "3 + 4 = 7\\n#### 7"}
      """;
  private static final String AQUA =
      """
      {"question": "What is half of 14?", "options": ["A)6", "B)7", "C)8", "D)9", "E)10"],\
       "rationale": "14/2 = 7", "correct": "B"}
      """;
  private static final Function<String, Execution> NO_PROGRAMS =
      program -> {
        throw new AssertionError("nothing should be run, and this was: " + program);
      };

  private static final Function<String, Execution> DIVISION_BY_ZERO =
      program -> failed(Status.ERROR, "ZeroDivisionError", "division by zero");
  private static final Function<String, Execution> NEVER_CLOSED =
      program -> failed(Status.ERROR, "SyntaxError", "'(' was never closed");

  @TempDir Path folder;

  private ProtocolRun run(String preset, String dataset, Script script, Function<String, Execution> programs) {
    try {
      Files.writeString(folder.resolve("problems.jsonl"), dataset.equals("gsm8k") ? GSM8K : AQUA);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    String executor = preset.matches("wizardmath|abel|zero-shot-cot") ? "" : "executor: scripted\n";
    return ProtocolRun.of(
        folder,
        "name: scripted\npreset: " + preset + "\ndataset: {id: " + dataset + ", path: problems.jsonl}\n"
            + "model: scripted\n" + executor,
        script,
        programs);
  }

  private static Generation ended(String text) {
    return Generation.ended(text);
  }

  private static Generation stopped(String text, String stop, boolean included) {
    return new Generation(text, Stop.STRING, Optional.of(stop), included, Usage.UNKNOWN);
  }

  private static Generation cut(String text) {
    return new Generation(text, Stop.LENGTH, Optional.empty(), false, Usage.UNKNOWN);
  }

  private static Generation block(String kind, String text) {
    return stopped("<|" + kind + "|>" + text + "<|endofblock|>", "<|endofblock|>", true);
  }

  private static Generation endOfMessage() {
    return stopped("<|endofmessage|>", "<|endofmessage|>", true);
  }

  private static Generation fails(String why) {
    throw new LeibnizException(ErrorCode.MODEL_FAILED, why);
  }

  /** Replies in order, whatever the branch. */
  private static Script inTurn(Generation... replies) {
    List<Generation> all = List.of(replies);
    int[] next = {0};
    return Script.of(
        (request, rank) -> next[0] < all.size() ? all.get(next[0]++) : fails("the script has no more replies"));
  }

  private static List<Segment> transcript(StoredSample sample) {
    return sample.segments().stream().map(TimedSegment::segment).toList();
  }

  private static List<String> prompts(List<CallRecord> calls) {
    return calls.stream()
        .filter(CallRecord.Generated.class::isInstance)
        .map(call -> ((CallRecord.Generated) call).prompt().rendered())
        .toList();
  }

  /** {@code branch/ordinal} of every call, {@code !} behind one that failed. */
  private static List<String> places(List<CallRecord> calls) {
    return calls.stream()
        .map(
            call ->
                switch (call) {
                  case CallRecord.Generated one -> "model " + place(one) + (one.failure().isEmpty() ? "" : "!");
                  case CallRecord.Executed one -> "program " + place(one) + (one.notebook() ? " notebook" : "");
                  case CallRecord.Scored one -> "score " + place(one);
                })
        .toList();
  }

  private static String place(CallRecord call) {
    return call.place().branch() + "/" + call.place().ordinal();
  }

  @Test
  void mammothFallsBackToProseWhereTheProgramFails() {
    Script script = inTurn(ended("print(1/0)"), ended("3 + 4 = 7. The answer is 7"));
    try (ProtocolRun run = run("mammoth", "gsm8k", script, DIVISION_BY_ZERO)) {
      StoredSample sample = run.samples().getFirst();
      assertThat(transcript(sample))
          .containsExactly(
              new Segment.Code("print(1/0)", "pot", 0),
              new Segment.Output("ZeroDivisionError: division by zero", "pot", 1),
              new Segment.Text("3 + 4 = 7. The answer is 7", "cot", 0));
      assertThat(places(run.calls(sample))).containsExactlyInAnyOrder("model pot/0", "program pot/1", "model cot/0");
      assertThat(prompts(run.calls(sample)))
          .anyMatch(text -> text.contains(" Let's write a program."))
          .anyMatch(text -> !text.contains("program"));
      assertThat(sample.outcome()).isEqualTo(Outcome.CORRECT);
      assertThat(sample.flags()).contains("execution-failed");
    }
  }

  @Test
  void mammothKeepsTheProgramsAnswerAndAsksNobodyElse() {
    try (ProtocolRun run = run("mammoth", "gsm8k", inTurn(ended("print(3 + 4)")), program -> printed("7\n"))) {
      StoredSample sample = run.samples().getFirst();
      assertThat(transcript(sample))
          .containsExactly(new Segment.Code("print(3 + 4)", "pot", 0), new Segment.Output("7\n", "pot", 1));
      assertThat(sample.solution().completion()).isEqualTo("The answer is 7");
      assertThat(sample.outcome()).isEqualTo(Outcome.CORRECT);
      assertThat(sample.flags()).isEmpty();
    }
  }

  @Test
  void mammothMatchesAValueToTheClosestOption() {
    Script script = inTurn(ended("print(14 / 2)"), ended("The answer is B"));
    try (ProtocolRun run = run("mammoth", "aqua-rat", script, program -> printed("7.0\n"))) {
      StoredSample sample = run.samples().getFirst();
      assertThat(transcript(sample))
          .containsExactly(
              new Segment.Code("print(14 / 2)", "pot", 0), new Segment.Output("7.0\n", "pot", 1),
              new Segment.Text("The answer is B", "match", 0));
      assertThat(prompts(run.calls(sample)))
          .anyMatch(text -> text.contains("find the closest option to 7.0. The options are (A) 6 (B) 7 (C) 8 (D) 9 (E) 10"));
      assertThat(sample.outcome()).isEqualTo(Outcome.CORRECT);
    }
  }

  @Test
  void mammothsFirstReleaseAnswersMultipleChoiceInProseAlone() {
    Script script = inTurn(ended("Half of 14 is 7. The answer is B"));
    try (ProtocolRun run = run("mammoth-v1", "aqua-rat", script, NO_PROGRAMS)) {
      StoredSample sample = run.samples().getFirst();
      assertThat(transcript(sample)).containsExactly(new Segment.Text("Half of 14 is 7. The answer is B", "cot", 0));
      assertThat(sample.outcome()).isEqualTo(Outcome.CORRECT);
    }
  }

  @Test
  void mathcoderStopsAfter32CallsAndKeepsTheLastExecution() {
    Script script = Script.of((request, rank) -> block("code", "x = " + rank));
    try (ProtocolRun run = run("mathcoder", "gsm8k", script, code -> echoed(code))) {
      StoredSample sample = run.samples().getFirst();
      assertThat(transcript(sample)).hasSize(64);
      assertThat(transcript(sample).subList(62, 64))
          .containsExactly(new Segment.Code("x = 31", "", 62), new Segment.Output("x = 31", "", 63));
      assertThat(sample.solution().completion()).isEqualTo("x = 31");
      assertThat(sample.flags()).containsExactly("round-limit");
      assertThat(prompts(run.calls(sample))).hasSize(32);
      assertThat(prompts(run.calls(sample)).getLast()).endsWith("<|execution|>x = 30<|endofblock|>");
    }
  }

  @Test
  void toraStopsAfterFourCallsAndSaysSo() {
    Script script = Script.of((request, rank) -> stopped("```python\nprint(" + rank + ")\n```\n", "```output", false));
    try (ProtocolRun run = run("tora", "gsm8k", script, program -> printed(program))) {
      StoredSample sample = run.samples().getFirst();
      assertThat(transcript(sample).stream().filter(Segment.Output.class::isInstance).map(Segment::text))
          .containsExactly("print(0)", "print(1)", "print(2)", "print(3)");
      assertThat(sample.solution().completion()).endsWith("Reach max function call limit.");
      assertThat(sample.flags()).containsExactly("round-limit");
    }
  }

  @Test
  void mathcoderTellsTheModelToKeepTheEndOfAnOverlongPrompt() {
    try (ProtocolRun run = run("mathcoder", "gsm8k", inTurn(block("text", "7"), endOfMessage()), NO_PROGRAMS)) {
      StoredSample sample = run.samples().getFirst();
      assertThat(run.calls(sample))
          .allSatisfy(
              call ->
                  assertThat(((CallRecord.Generated) call).decoding())
                      .satisfies(decoding -> assertThat(decoding.maxPromptTokens()).isEqualTo(1536))
                      .satisfies(decoding -> assertThat(decoding.maxTokens()).isEqualTo(512)));
      assertThat(transcript(sample)).containsExactly(new Segment.Text("7", "", 0));
      assertThat(sample.outcome()).isEqualTo(Outcome.CORRECT);
    }
  }

  @Test
  void anOverlongPromptThatTheModelRefusesEndsTheLoopWithWhatThereIs() {
    Script script =
        Script.of(
            (request, rank) ->
                request.prompt().rendered().length() > 2_000
                    ? fails("the prompt leaves no room in the model's context of 2000")
                    : block("code", "#".repeat(900)));
    try (ProtocolRun run = run("mathcoder", "gsm8k", script, code -> echoed("7"))) {
      StoredSample sample = run.samples().getFirst();
      assertThat(transcript(sample))
          .containsExactly(
              new Segment.Code("#".repeat(900), "", 0), new Segment.Output("7", "", 1),
              new Segment.Code("#".repeat(900), "", 2), new Segment.Output("7", "", 3));
      assertThat(places(run.calls(sample)).getLast()).isEqualTo("model /4!");
      assertThat(sample.flags()).containsExactly("model-failed");
      assertThat(sample.outcome()).as("the last message is an answer all the same").isEqualTo(Outcome.CORRECT);
    }
  }

  @Test
  void anOverlongPromptWithoutAnyReplyIsAFailureOfTheModel() {
    Script script = Script.of((request, rank) -> fails("the prompt of 9000 tokens leaves no room in a context of 4096"));
    try (ProtocolRun run = run("wizardmath", "gsm8k", script, NO_PROGRAMS)) {
      StoredSample sample = run.samples().getFirst();
      assertThat(transcript(sample)).isEmpty();
      assertThat(sample.outcome()).isEqualTo(Outcome.MODEL_FAILED);
      assertThat(sample.failure()).contains("leaves no room in a context of 4096");
    }
  }

  @Test
  void aProgramThatWasCutIsStillRunAndFlagged() {
    Script script = inTurn(cut("<|code|>print(7)\nprint("), block("text", "7"), endOfMessage());
    try (ProtocolRun run = run("mathcoder", "gsm8k", script, NEVER_CLOSED)) {
      StoredSample sample = run.samples().getFirst();
      assertThat(transcript(sample))
          .containsExactly(
              new Segment.Code("print(7)\nprint(", "", 0),
              new Segment.Output("SyntaxError: '(' was never closed", "", 1),
              new Segment.Text("7", "", 2));
      assertThat(sample.flags()).containsExactlyInAnyOrder("execution-failed", "truncated");
      assertThat(sample.outcome()).isEqualTo(Outcome.CORRECT);
    }
  }

  @Test
  void aCutProgramOfMammothIsRunAndProseFollows() {
    Script script = inTurn(cut("x = 3\nprint(x +"), ended("The answer is 7"));
    try (ProtocolRun run = run("mammoth", "gsm8k", script, NEVER_CLOSED)) {
      StoredSample sample = run.samples().getFirst();
      assertThat(transcript(sample)).extracting(Segment::branch).containsExactly("pot", "pot", "cot");
      assertThat(sample.flags()).contains("truncated", "execution-failed");
      assertThat(sample.outcome()).isEqualTo(Outcome.CORRECT);
    }
  }

  @Test
  void aCutFenceOfToraIsNotRun() {
    try (ProtocolRun run = run("tora", "gsm8k", inTurn(cut("```python\nprint(3 +")), NO_PROGRAMS)) {
      StoredSample sample = run.samples().getFirst();
      assertThat(transcript(sample)).containsExactly(new Segment.Code("print(3 +", "", 0));
      assertThat(sample.flags()).containsExactly("truncated");
      assertThat(sample.outcome()).as("its grader takes the last number there is").isEqualTo(Outcome.WRONG);
    }
  }

  @Test
  void mathcoderKeepsWhatItHasWhenTheModelFailsInTheMiddle() {
    Script script = inTurn(block("text", "So far"), block("code", "3 + 4"));
    try (ProtocolRun run = run("mathcoder", "gsm8k", script, code -> echoed("7"))) {
      StoredSample sample = run.samples().getFirst();
      assertThat(transcript(sample))
          .containsExactly(
              new Segment.Text("So far", "", 0), new Segment.Code("3 + 4", "", 1), new Segment.Output("7", "", 2));
      assertThat(places(run.calls(sample))).containsExactly("model /0", "model /1", "program /2 notebook", "model /3!");
      assertThat(sample.flags()).containsExactly("model-failed");
    }
  }

  @Test
  void mammothWithoutItsSecondReplyIsAFailureOfTheModelWithAllCallsKept() {
    try (ProtocolRun run = run("mammoth", "gsm8k", inTurn(ended("print(1/0)")), DIVISION_BY_ZERO)) {
      StoredSample sample = run.samples().getFirst();
      assertThat(sample.outcome()).isEqualTo(Outcome.MODEL_FAILED);
      assertThat(sample.failure()).contains("the script has no more replies");
      assertThat(places(run.calls(sample))).containsExactlyInAnyOrder("model pot/0", "program pot/1", "model cot/0!");
    }
  }

  @Test
  void zeroShotCotAsksForTheAnswerInASecondCallAndFailsWithoutIt() {
    Script both = inTurn(ended("3 and 4 are seven."), ended(" 7."));
    try (ProtocolRun run = run("zero-shot-cot", "gsm8k", both, NO_PROGRAMS)) {
      StoredSample sample = run.samples().getFirst();
      assertThat(transcript(sample))
          .containsExactly(new Segment.Text("3 and 4 are seven.", "", 0), new Segment.Text(" 7.", "", 1));
      assertThat(prompts(run.calls(sample)).getLast())
          .endsWith("step by step.3 and 4 are seven. \nTherefore, the answer (arabic numerals) is");
      assertThat(sample.outcome()).isEqualTo(Outcome.CORRECT);
    }
    try (ProtocolRun run = run("zero-shot-cot", "gsm8k", inTurn(ended("3 and 4 are seven.")), NO_PROGRAMS)) {
      StoredSample sample = run.samples().getFirst();
      assertThat(sample.outcome()).isEqualTo(Outcome.MODEL_FAILED);
      assertThat(places(run.calls(sample))).containsExactly("model /0", "model /1!");
    }
  }

  @Test
  void programOfThoughtsChoosesTheOptionClosestToItsValue() {
    Script script = inTurn(ended("    return 14 / 2"), ended("B\n"));
    try (ProtocolRun run = run("pot", "aqua-rat", script, program -> printed("\nleibniz-value:7.0\n"))) {
      StoredSample sample = run.samples().getFirst();
      List<Segment> transcript = transcript(sample);
      assertThat(transcript).hasSize(3);
      assertThat(transcript.get(0).text())
          .contains("# Question: What is half of 14?")
          .endsWith("    return 14 / 2\nans = solver()");
      assertThat(transcript.get(1)).isEqualTo(new Segment.Output("7.0", "", 1));
      assertThat(transcript.get(2)).isEqualTo(new Segment.Text("B\n", "choice", 0));
      assertThat(sample.outcome()).isEqualTo(Outcome.CORRECT);
    }
  }
}
