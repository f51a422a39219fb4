package org.leibniz.store.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leibniz.api.dataset.Choice;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Status;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.Part;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.Sampling;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Stops;
import org.leibniz.api.model.Usage;
import org.leibniz.api.strategy.Segment;
import org.leibniz.api.strategy.Solution;
import org.leibniz.store.CallRecord;
import org.leibniz.store.FinishedSample;
import org.leibniz.store.GradingSpec;
import org.leibniz.store.NewRun;
import org.leibniz.store.SampleKey;
import org.leibniz.store.VerdictRecord;

/** Small runs, problems and samples for tests. */
final class Fixtures {
  static final GradingSpec EXACT = new GradingSpec("exact", "aa11", "{}");
  static final Decoding GREEDY =
      new Decoding(Sampling.GREEDY, new Stops(List.of("<|endofblock|>", "<|endofmessage|>"), true), 512, 2048);
  static final String SHOTS = "Solve the problem with a program.\n\nQuestion: What is 2+2?\nAnswer: 4\n\n".repeat(12);

  private Fixtures() {}

  static NewRun run(String name) {
    return run(name, "plan-of-" + name);
  }

  static NewRun run(String name, String planKey) {
    return new NewRun(
        name,
        "",
        planKey,
        "{\"name\":\"" + name + "\"}",
        "{}",
        "gsm8k",
        "test",
        "d1",
        "pot",
        "tiny",
        "demonstration",
        1,
        2,
        List.of("demonstration, not a model"),
        List.of(EXACT));
  }

  static Problem problem(int number) {
    return new Problem(
        "gsm8k/test/" + number,
        10 + number,
        "How much is " + number + " and one? Été " + number,
        number % 2 == 0 ? "algebra" : "geometry",
        1 + number % 5,
        number % 3 == 0 ? List.of(new Choice("A", "1"), new Choice("B", "2")) : List.of(),
        Integer.toString(number + 1),
        "We add one.",
        number % 3 == 1 ? Map.of("body", "text", "unit", "km") : Map.of());
  }

  static List<Problem> problems(int n) {
    List<Problem> problems = new ArrayList<>();
    for (int number = 0; number < n; number++) {
      problems.add(problem(number));
    }
    return problems;
  }

  static VerdictRecord verdict(Outcome outcome, String answer) {
    return new VerdictRecord(
        outcome,
        Optional.ofNullable(answer),
        answer == null ? -1 : 3,
        answer == null ? -1 : 3 + answer.length(),
        "last-number",
        answer == null ? Optional.empty() : Optional.of(outcome == Outcome.CORRECT),
        "same number",
        "numeric");
  }

  static Execution printed(String value) {
    return new Execution(Status.OK, "", value + "\n", "", value + "\n", Execution.ErrorInfo.NONE, 12, 7);
  }

  static CallRecord.Place place(int ordinal) {
    return new CallRecord.Place("", ordinal, ordinal - 1, 100L * ordinal, 50);
  }

  /** A program written, run, and its output shown to the model once more. */
  static FinishedSample sample(Problem problem, int number, Outcome outcome, Set<String> flags) {
    String code = "x = " + number + "\nprint(x + 1)";
    String reply = "Let us compute.\n" + code + "<|endofblock|>";
    Prompt first =
        new Prompt(
            List.of(
                new Part.Text(SHOTS),
                new Part.Control("<|user|>"),
                new Part.Text(problem.question()),
                new Part.Control("<|text|>")));
    Prompt second =
        first.plus(new Part.Text(reply), new Part.Control("<|execution|>"), new Part.Text((number + 1) + "\n"));
    String last = "So the answer is " + (number + 1) + ".<|endofmessage|>";
    List<CallRecord> calls =
        List.of(
            new CallRecord.Generated(
                place(0),
                "policy",
                first,
                GREEDY,
                41,
                Optional.of(new Generation(reply, Stop.STRING, Optional.of("<|endofblock|>"), true, new Usage(300, 20))),
                "",
                false),
            new CallRecord.Executed(place(1), code, true, Optional.of(printed(Integer.toString(number + 1))), ""),
            new CallRecord.Generated(
                place(2), "policy", second, GREEDY, 42, Optional.of(new Generation(last, Stop.END, Optional.empty(), false, new Usage(330, 9))), "", true));
    Solution solution =
        new Solution(
            List.of(
                new Segment.Text("Let us compute.", "", 0),
                new Segment.Code(code, "", 0),
                new Segment.Output(Integer.toString(number + 1), "", 1),
                new Segment.Text("So the answer is " + (number + 1) + ".", "", 2),
                new Segment.Answer("made up by the strategy " + number, "", -1)),
            "So the answer is " + (number + 1) + ".",
            Solution.Ending.FINISHED);
    String answer = outcome == Outcome.CORRECT ? problem.answer() : outcome == Outcome.WRONG ? "0" : null;
    return new FinishedSample(
        new SampleKey(problem.id(), number),
        solution,
        "",
        flags,
        "digest-of-strategy",
        Instant.parse("2026-01-02T03:04:05.678Z"),
        250,
        calls,
        List.of(verdict(outcome, answer)));
  }

  static FinishedSample sample(Problem problem, int number) {
    return sample(problem, number, number % 2 == 0 ? Outcome.CORRECT : Outcome.WRONG, Set.of());
  }
}
