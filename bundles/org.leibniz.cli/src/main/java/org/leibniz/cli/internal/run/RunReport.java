package org.leibniz.cli.internal.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leibniz.api.metric.GradedSample;
import org.leibniz.api.metric.Measure;
import org.leibniz.api.metric.Slice;
import org.leibniz.api.plugin.Kind;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Console.Ink;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.runs.Gradings;
import org.leibniz.cli.internal.summary.RunSummary;
import org.leibniz.cli.internal.summary.Tally;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.cli.internal.text.Table;
import org.leibniz.plugins.InstalledPlugin;
import org.leibniz.store.Grading;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;

/** What people see of one finished run: tables per subject and level, metrics, remarks. */
public record RunReport(Context context, RunStore store) {
  /** Reads counts and metrics of a run under its first grading. */
  public RunSummary measured(RunRow run) {
    return measured(run, RunSummary.firstGrading(store, run));
  }

  public RunSummary measured(RunRow run, Grading grading) {
    RunSummary summary = RunSummary.read(store, run, grading);
    return summary.all().n() == 0
        ? summary
        : summary.with(context.services().measures().get().measure(store, run, grading, List.of()));
  }

  public void print(RunSummary summary) {
    heading(summary);
    tables(summary);
    summary.warning().ifPresent(warning -> warn(context.console(), warning));
    metrics(summary);
    gradings(summary);
    remarks(summary);
  }

  /** A line that people must not miss. */
  public static void warn(Console console, String warning) {
    console.line(console.ink(Ink.RED, Printable.oneLine(warning)));
  }

  private void heading(RunSummary summary) {
    RunRow run = summary.run();
    Console console = context.console();
    console.line("");
    console.line(console.ink(Ink.BOLD, Printable.oneLine(run.name())) + "  run " + run.id() + "  " + run.status().id());
    console.line(
        Printable.oneLine(
            run.dataset() + " " + run.split() + ", " + run.strategy() + ", " + run.model() + origin(run)
                + ", graded by " + summary.grading().spec().grader()));
    console.line("");
  }

  /** Says where generations came from that no model made just now. */
  public static String origin(RunRow run) {
    return switch (run.origin()) {
      case "live", "" -> "";
      case "demonstration" -> " (demonstration: answers written for this sample, not made by a model)";
      case "recorded" -> " (recorded generations, replayed)";
      default -> " (" + run.origin() + ")";
    };
  }

  private void tables(RunSummary summary) {
    List<String> metrics = thirdParty(summary);
    table("subject", "subject", summary, summary.subjects(), metrics);
    if (!summary.levels().isEmpty()) {
      context.console().line("");
      table("level", "level", summary, summary.levels(), metrics);
    }
  }

  private void table(String header, String dimension, RunSummary summary, List<Tally> parts, List<String> metrics) {
    OutcomeTable form =
        new OutcomeTable(
            header,
            OutcomeTable.occurred(List.of(summary.all())),
            metrics,
            slice -> summary.measures().getOrDefault(slice, Map.of()));
    Table table = form.start();
    boolean single = parts.size() == 1 && parts.getFirst().name().equals("all");
    for (Tally part : single ? List.<Tally>of() : parts) {
      String value = part.name().replaceFirst("^level (?=[0-9]+$)", "");
      boolean level = dimension.equals("level");
      form.add(
          table,
          level ? value : part.name(),
          part,
          level ? summary.ofLevel(part) : summary.ofSubject(part),
          new Slice(dimension, level ? value : part.name()));
    }
    if (!single && !parts.isEmpty()) {
      table.rule();
    }
    form.add(table, "all", summary.all(), summary.accuracy(), Slice.ALL);
    table.print(context.console());
  }

  /** Metrics that did not come with Leibniz get columns of their own. */
  private List<String> thirdParty(RunSummary summary) {
    Map<String, Measure> all = summary.measures().getOrDefault(Slice.ALL, Map.of());
    List<String> builtIn =
        context.services().plugins().get().list().stream()
            .filter(plugin -> plugin.descriptor().kind() == Kind.METRIC && plugin.builtIn())
            .map((InstalledPlugin plugin) -> plugin.descriptor().id())
            .toList();
    return all.keySet().stream().filter(id -> !builtIn.contains(id)).toList();
  }

  private void metrics(RunSummary summary) {
    Map<String, Measure> all = summary.measures().getOrDefault(Slice.ALL, Map.of());
    List<String> words = new ArrayList<>();
    all.forEach(
        (id, measure) -> {
          if (!id.equals("accuracy") && !Double.isNaN(measure.value())) {
            words.add(id.replace('-', ' ') + " " + Figures.measure(measure));
          }
        });
    Console console = context.console();
    console.line("");
    if (!words.isEmpty()) {
      console.line(Printable.oneLine(String.join(" · ", words)));
    }
    RunRow run = summary.run();
    String pace = run.wallSeconds() > 0 ? ", " + Figures.decimal(summary.all().n() / run.wallSeconds(), 1) + "/s" : "";
    console.line(
        Figures.count(summary.all().n()) + " samples in " + Figures.time(run.wallSeconds()) + pace
            + "; intervals: " + summary.accuracy().method());
  }

  private void gradings(RunSummary summary) {
    for (Grading grading : store.gradings(summary.run().key())) {
      if (grading.key() != summary.grading().key()) {
        RunSummary other = RunSummary.read(store, summary.run(), grading);
        context
            .console()
            .line(
                Printable.oneLine(
                    "also graded by " + Gradings.name(grading) + ": "
                        + Figures.count(other.all().correct()) + " of " + Figures.count(other.all().n()) + " ("
                        + Figures.percent(other.accuracy().value()) + ")"));
        other.warning().ifPresent(warning -> warn(context.console(), warning));
      }
    }
  }

  private void remarks(RunSummary summary) {
    RunRow run = summary.run();
    Console console = context.console();
    if (run.excluded() > 0) {
      console.line(Figures.count(run.excluded()) + " problems are excluded: the model has nothing for them");
    }
    Map<String, Long> flags = flags(summary);
    if (!flags.isEmpty()) {
      console.line(
          "flags: "
              + flags.entrySet().stream()
                  .map(flag -> flag.getKey() + " " + Figures.count(flag.getValue()))
                  .collect(Collectors.joining(", ")));
    }
    run.remarks().forEach(remark -> console.line("note: " + Printable.oneLine(remark)));
    if (!run.note().isEmpty()) {
      console.line("your note: " + Printable.oneLine(run.note()));
    }
  }

  private Map<String, Long> flags(RunSummary summary) {
    Map<String, Long> flags = new TreeMap<>();
    try (Stream<GradedSample> samples = store.graded(summary.run().key(), summary.grading().key())) {
      samples.forEach(sample -> sample.flags().forEach(flag -> flags.merge(flag, 1L, Long::sum)));
    }
    return flags;
  }
}
