package org.leibniz.cli.internal.grade;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.leibniz.api.LeibnizException;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Console.Ink;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.ReadOptions;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.runs.Gradings;
import org.leibniz.cli.internal.summary.RunSummary;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.cli.internal.text.Table;
import org.leibniz.store.Grading;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;
import org.leibniz.store.SampleQuery;
import org.leibniz.store.StoredSample;
import org.leibniz.store.VerdictRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows where two gradings of a run differ. */
@Command(
    name = "grade-diff",
    description = {
      "Shows where two gradings of one run differ: the flip table, Cohen's kappa, and every flipped sample with both reasons.",
      "",
      "A grader's newest grading counts; ID#N names its N-th."
    },
    footer = {
      "leibniz grade-diff @last --graders mathcoder,mathcoder-raw",
      "leibniz grade-diff 3f2a --graders exact#1,exact#2 --limit 0"
    })
public final class GradeDiffCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RUN", description = "Id, unique prefix, name or @last.")
  String run;

  @Option(names = "--graders", required = true, split = ",", paramLabel = "A,B", description = "Two graders.")
  List<String> graders = List.of();

  @Option(names = "--limit", paramLabel = "N", defaultValue = "40", description = "At most N flipped samples, 0 for all.")
  long limit;

  @Mixin ReadOptions options;

  private final Context context;

  public GradeDiffCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (graders.size() != 2) {
      throw LeibnizException.usage("--graders: expected two, as in --graders exact,hendrycks");
    }
    try (RunStore store = context.workspaces().store(options.workspace())) {
      RunRow found = store.find(run);
      Grading a = Gradings.find(store, found, graders.get(0));
      Grading b = Gradings.find(store, found, graders.get(1));
      FlipTable table = new FlipTable(a, b);
      try (Stream<StoredSample> samples = store.samples(SampleQuery.all(found.key()))) {
        samples.forEach(table::add);
      }
      if (options.json()) {
        Json.print(context.console(), json(found, a, b, table));
      } else {
        print(a, b, table);
      }
    }
    return ExitStatus.DONE;
  }

  private void print(Grading a, Grading b, FlipTable flips) {
    Console console = context.console();
    console.line("A " + Gradings.name(a));
    console.line("B " + Gradings.name(b));
    for (Grading grading : List.of(a, b)) {
      RunSummary.warning(grading).ifPresent(warning -> console.line(console.ink(Ink.RED, Printable.oneLine(warning))));
    }
    console.line("");
    Table.of("", ">B correct", ">B not", ">all")
        .row("A correct", count(flips.both()), count(flips.onlyA()), count(flips.both() + flips.onlyA()))
        .row("A not", count(flips.onlyB()), count(flips.neither()), count(flips.onlyB() + flips.neither()))
        .rule()
        .row("all", count(flips.both() + flips.onlyB()), count(flips.onlyA() + flips.neither()), count(flips.n()))
        .print(console);
    console.line("");
    console.line("Cohen's κ " + Figures.decimal(flips.kappa(), 4) + ", " + flips.flips().size() + " flipped");
    if (flips.flips().isEmpty()) {
      return;
    }
    console.line("");
    Table table = Table.of("problem", "reference", "A says", "A's reason", "B says", "B's reason");
    flips.flips().stream()
        .limit(limit == 0 ? Long.MAX_VALUE : limit)
        .forEach(
            flip ->
                table.row(
                    flip.problem() + (flip.sample() > 0 ? " #" + flip.sample() : ""),
                    flip.reference(),
                    says(flip.a()),
                    flip.a().reason(),
                    says(flip.b()),
                    flip.b().reason()));
    table.print(console);
    if (limit > 0 && flips.flips().size() > limit) {
      console.say((flips.flips().size() - limit) + " more; see all with --limit 0");
    }
  }

  private static String count(long n) {
    return Figures.count(n);
  }

  private static String says(VerdictRecord verdict) {
    return verdict.outcome().id() + verdict.answer().map(answer -> ": " + answer).orElse("");
  }

  private static ObjectNode json(RunRow run, Grading a, Grading b, FlipTable table) {
    ObjectNode node = Json.object().put("run", run.id()).put("a", Gradings.name(a)).put("b", Gradings.name(b));
    node.put("n", table.n()).put("bothCorrect", table.both()).put("onlyA", table.onlyA());
    node.put("onlyB", table.onlyB()).put("neither", table.neither());
    node.set("kappa", Json.number(table.kappa()));
    ArrayNode flips = node.putArray("flips");
    for (FlipTable.Flip flip : table.flips()) {
      ObjectNode one = flips.addObject().put("problem", flip.problem()).put("sample", flip.sample());
      one.put("reference", flip.reference());
      one.set("a", verdict(flip.a()));
      one.set("b", verdict(flip.b()));
    }
    return node;
  }

  private static ObjectNode verdict(VerdictRecord verdict) {
    return Json.object()
        .put("outcome", verdict.outcome().id())
        .put("answer", verdict.answer().orElse(null))
        .put("reason", verdict.reason())
        .put("layer", verdict.layer());
  }
}
