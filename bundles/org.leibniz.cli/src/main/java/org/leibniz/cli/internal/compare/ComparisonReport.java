package org.leibniz.cli.internal.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Console.Ink;
import org.leibniz.cli.internal.json.SampleJson;
import org.leibniz.cli.internal.runs.Gradings;
import org.leibniz.cli.internal.summary.RunSummary;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.cli.internal.text.Table;
import org.leibniz.stats.PairedComparison;
import org.leibniz.stats.SubjectComparison;
import org.leibniz.store.RunStore;
import org.leibniz.store.SampleQuery;
import org.leibniz.store.StoredSample;

/** A comparison as people read it: flips first, then how sure one can be. */
record ComparisonReport(Console console, RunStore store, long limit) {
  void print(Comparison comparison) {
    heading("A", comparison.a());
    heading("B", comparison.b());
    flagged(comparison);
    flips(comparison);
    figures(comparison.all());
    subjects(comparison.subjects());
    console.line("");
  }

  private void heading(String letter, GradedRun run) {
    console.line(
        console.ink(Ink.BOLD, letter + "  " + run.run().id() + "  " + Printable.oneLine(run.run().name()))
            + "  "
            + Printable.oneLine(
                run.run().strategy() + ", " + run.run().model()
                    + org.leibniz.cli.internal.run.RunReport.origin(run.run()) + ", graded by " + Gradings.name(run.grading())));
    RunSummary.warning(run.grading()).ifPresent(warning -> console.line(console.ink(Ink.RED, Printable.oneLine(warning))));
  }

  private void flagged(Comparison comparison) {
    List<String> lines = new PlanDifferences(comparison.a().run(), comparison.b().run()).lines();
    if (!lines.isEmpty()) {
      console.line(console.ink(Ink.YELLOW, "the plans differ in " + Printable.clip(String.join("; ", lines), 400)));
    }
    if (!comparison.a().gradedLike(comparison.b())) {
      console.line(console.ink(Ink.YELLOW, "the two runs are graded by different graders or options"));
    }
    PairedComparison all = comparison.all();
    if (all.droppedA() + all.droppedB() > 0) {
      console.line(
          console.ink(
              Ink.YELLOW, "left out: " + all.droppedA() + " problems that only A has, " + all.droppedB() + " that only B has"));
    }
  }

  private void flips(Comparison comparison) {
    PairedComparison all = comparison.all();
    console.line("");
    console.line(
        "gained " + Figures.count(all.gained()) + " (B better), lost " + Figures.count(all.lost()) + " (A better), of "
            + Figures.count(all.n()) + " problems");
    List<String> flips = comparison.flips();
    if (flips.isEmpty() || limit < 0) {
      return;
    }
    // Half of those shown are gained and half lost, where there are enough of both.
    long half = limit == 0 ? Long.MAX_VALUE : (limit + 1) / 2;
    Table table = Table.of("", "problem", "subject", "A", "A's answer", "B", "B's answer", "reference");
    Stream.concat(
            flips.stream().limit(all.gained()).limit(half), flips.stream().skip(all.gained()).limit(half))
        .forEach(problem -> flip(table, comparison, problem));
    console.line("");
    table.print(console);
    if (limit > 0 && flips.size() > limit) {
      console.line(console.ink(Ink.DIM, "more with --limit 0"));
    }
  }

  private void flip(Table table, Comparison comparison, String problem) {
    Optional<StoredSample> a = sample(comparison.a(), problem);
    Optional<StoredSample> b = sample(comparison.b(), problem);
    boolean gained = comparison.b().grades().get(problem) > comparison.a().grades().get(problem);
    table.row(
        gained ? "+" : "-",
        problem,
        comparison.a().subjects().getOrDefault(problem, ""),
        outcome(comparison.a(), problem),
        a.map(SampleJson::answer).orElse("none"),
        outcome(comparison.b(), problem),
        b.map(SampleJson::answer).orElse("none"),
        a.map(sample -> sample.problem().answer()).orElse(""));
  }

  private static String outcome(GradedRun run, String problem) {
    double grade = run.grades().get(problem);
    return grade == 0 || grade == 1 ? run.outcomes().get(problem).id() : Figures.percent(grade);
  }

  private Optional<StoredSample> sample(GradedRun run, String problem) {
    SampleQuery all = SampleQuery.all(run.run().key());
    SampleQuery one =
        new SampleQuery(
            all.run(), Optional.of(run.grading().key()), all.outcome(), all.subject(), all.level(), all.search(),
            Optional.of(problem), all.flag(), 1);
    try (Stream<StoredSample> samples = store.samples(one)) {
      return samples.findFirst();
    }
  }

  private void figures(PairedComparison all) {
    console.line("");
    console.line("accuracy    A " + points(all.accuracyA()) + "   B " + points(all.accuracyB()));
    console.line(
        "difference  " + Figures.points(all.delta()) + " points, 95 % interval " + Figures.points(all.low()) + " to "
            + Figures.points(all.high()) + " (" + all.interval().method().label() + "), paired standard error "
            + Figures.decimal(100 * all.se(), 2));
    String exact =
        Double.isNaN(all.mcnemarP())
            ? "sign-flip permutation p = " + Figures.decimal(all.permutationP(), 3)
            : "exact McNemar p = " + Figures.decimal(all.mcnemarP(), 3);
    console.line("paired      p = " + Figures.decimal(all.p(), 3) + ", " + exact + ", correlation " + Figures.decimal(all.correlation(), 2));
    console.line(
        console.ink(
            Ink.DIM,
            "unpaired    standard error " + Figures.decimal(100 * all.unpairedSe(), 2) + ", p = "
                + Figures.decimal(all.unpairedP(), 3) + " (for comparison only)"));
    String detectable = Figures.decimal(100 * all.minimumDetectable(), 1) + " points";
    console.line(
        console.ink(
            Ink.BOLD,
            switch (all.verdict()) {
              case BETTER -> "verdict     B is better than A";
              case WORSE -> "verdict     B is worse than A";
              case INCONCLUSIVE -> "verdict     inconclusive: a difference of " + detectable + " would be found 80 % of the time";
            }));
  }

  private static String points(double share) {
    return Figures.decimal(100 * share, 2) + " %";
  }

  private void subjects(List<SubjectComparison> subjects) {
    if (subjects.size() < 2) {
      return;
    }
    console.line("");
    Table table = Table.of("subject", ">n", ">A", ">B", ">difference", ">95 % interval", ">gained", ">lost", ">adjusted p", "verdict");
    for (SubjectComparison subject : subjects) {
      PairedComparison one = subject.comparison();
      table.row(
          subject.subject(),
          Figures.count(one.n()),
          Figures.percent(one.accuracyA()),
          Figures.percent(one.accuracyB()),
          Figures.points(one.delta()),
          Figures.points(one.low()) + " to " + Figures.points(one.high()),
          Figures.count(one.gained()),
          Figures.count(one.lost()),
          Figures.decimal(subject.adjustedP(), 3),
          subject.verdict().id());
    }
    table.print(console);
  }
}
