package org.leibniz.cli.internal.runs;

import java.util.ArrayList;
import java.util.List;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.strategy.Segment;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Console.Ink;
import org.leibniz.cli.internal.json.SampleJson;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.store.StoredSample;
import org.leibniz.store.StoredSample.GradedVerdict;
import org.leibniz.store.StoredSample.TimedSegment;
import org.leibniz.store.VerdictRecord;

/** A sample as people read it: question, transcript in its pieces, answer, verdicts. */
record Transcript(Console console) {
  void print(StoredSample sample) {
    heading(sample);
    question(sample.problem());
    sample.segments().forEach(this::segment);
    verdicts(sample);
    console.line("");
  }

  private void heading(StoredSample sample) {
    Problem problem = sample.problem();
    List<String> words = new ArrayList<>(List.of(problem.id()));
    if (sample.sample() > 0) {
      words.add("sample " + sample.sample());
    }
    if (!problem.subject().equals(Problem.ALL)) {
      words.add(problem.subject());
    }
    if (problem.level() > 0) {
      words.add("level " + problem.level());
    }
    words.addAll(sample.flags().stream().sorted().toList());
    words.add(Figures.time(sample.millis() / 1000.0));
    Ink ink = sample.outcome() == org.leibniz.api.grader.Outcome.CORRECT ? Ink.GREEN : Ink.RED;
    String left = Printable.oneLine("━━ " + String.join(" · ", words));
    console.line(console.ink(Ink.BOLD, left) + "  " + console.ink(ink, sample.outcome().id()));
  }

  private void question(Problem problem) {
    console.line(Printable.of(problem.question()).strip());
    problem.choices().forEach(choice -> console.line(Printable.oneLine("  (" + choice.label() + ") " + choice.text())));
  }

  private void segment(TimedSegment timed) {
    Segment segment = timed.segment();
    List<String> words = new ArrayList<>(List.of(SampleJson.kind(segment)));
    if (!segment.branch().isEmpty()) {
      words.add("branch " + segment.branch());
    }
    if (timed.tokens() >= 0) {
      words.add(timed.tokens() + " tokens");
    }
    if (timed.millis() >= 0) {
      words.add(Figures.time(timed.millis() / 1000.0));
    }
    if (!timed.stop().isEmpty()) {
      words.add(timed.stop());
    }
    console.line(console.ink(Ink.DIM, Printable.oneLine("── " + String.join(" · ", words))));
    String text =
        switch (segment) {
          case Segment.Text prose -> Printable.of(prose.text()).strip();
          case Segment.Code code -> Printable.indent(code.text(), "  ");
          case Segment.Output output -> Printable.indent(output.text(), "  > ");
          case Segment.Answer answer -> Printable.of(answer.text()).strip();
        };
    console.line(segment instanceof Segment.Code ? console.ink(Ink.CYAN, text) : text);
  }

  private void verdicts(StoredSample sample) {
    console.line(console.ink(Ink.DIM, "──"));
    if (!sample.failure().isEmpty()) {
      console.line("failure    " + Printable.oneLine(sample.failure()));
    }
    console.line("reference  " + Printable.oneLine(sample.problem().answer()));
    for (GradedVerdict graded : sample.verdicts()) {
      VerdictRecord verdict = graded.verdict();
      console.line(
          "answer     " + Printable.oneLine(verdict.answer().orElse("none")) + "  "
              + console.ink(Ink.DIM, Printable.oneLine(Gradings.name(graded.grading()) + ": " + verdict.outcome().id()
                  + (verdict.reason().isEmpty() ? "" : ", " + verdict.reason())
                  + (verdict.rule().isEmpty() ? "" : ", found by " + verdict.rule()))));
    }
  }
}
