package org.leibniz.cli.internal.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Console.Ink;
import org.leibniz.cli.internal.summary.RunSummary;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.cli.internal.text.Table;
import org.leibniz.workspace.PublishedCounts;
import org.leibniz.workspace.PublishedCounts.Count;

/**
 * What was published for a workspace's runs beside what came out: the figure printed by the publisher, the count that its
 * program gives on the recorded texts, and ours.
 */
record PublishedTable(Console console, PublishedCounts published) {
  /** Items by which a count may differ and still be called the same, as docs/published-results.md explains. */
  private static final long NEAR = 3;

  void print(List<RunSummary> runs) {
    Map<String, RunSummary> byName = new LinkedHashMap<>();
    runs.forEach(run -> byName.put(run.run().name(), run));
    Table table = Table.of("set", ">items", ">published", ">listed", ">ours", ">difference");
    Tallied tallied = new Tallied();
    published.runs().forEach((name, count) -> table.row(row(name, count, byName.get(name), tallied)));
    console.line("");
    console.line(console.ink(Ink.BOLD, "published, listed and ours: items counted as correct"));
    table.print(console);
    console.line(tallied.words());
    sources(byName);
    absent();
  }

  private static List<String> row(String name, Count count, RunSummary run, Tallied tallied) {
    List<String> cells = new ArrayList<>();
    cells.add(name);
    cells.add(Figures.count(count.of()));
    cells.add(count.published().isPresent() ? Figures.percent(count.published().getAsDouble() / 100) : "–");
    cells.add(Figures.count(count.listed()));
    if (run == null) {
      tallied.notRun++;
      cells.addAll(List.of("not run", "–"));
    } else if (run.all().n() != count.of()) {
      tallied.inPart++;
      cells.addAll(List.of(Figures.count(run.all().correct()) + " of " + Figures.count(run.all().n()), "–"));
    } else {
      long difference = run.all().correct() - count.listed();
      tallied.add(difference);
      String signed = difference == 0 ? "0" : String.format(Locale.ROOT, "%+d", difference);
      cells.addAll(List.of(Figures.count(run.all().correct()), signed));
    }
    return cells;
  }

  private void sources(Map<String, RunSummary> byName) {
    List<String> sources =
        published.runs().entrySet().stream()
            .filter(entry -> byName.containsKey(entry.getKey()))
            .map(entry -> entry.getValue().source())
            .filter(source -> !source.isEmpty())
            .distinct()
            .toList();
    if (!sources.isEmpty()) {
      console.line("published: as printed by " + Printable.oneLine(String.join("; ", sources)));
    }
    console.line("listed: the publisher's own program on the recorded texts");
  }

  private void absent() {
    if (published.absent().isEmpty()) {
      return;
    }
    console.line("");
    console.line(console.ink(Ink.BOLD, "nothing to replay: generations of these systems are not public"));
    published.absent().forEach(one -> console.line("  " + Printable.oneLine(one.system() + ": " + one.why())));
  }

  /** How near the counts of whole sets came. */
  private static final class Tallied {
    private int same;
    private int near;
    private int whole;
    private int inPart;
    private int notRun;

    void add(long difference) {
      whole++;
      same += difference == 0 ? 1 : 0;
      near += Math.abs(difference) <= NEAR ? 1 : 0;
    }

    String words() {
      return whole + " sets replayed whole: " + same + " give exactly the listed count, " + near + " are within " + NEAR
          + " items of it" + (inPart > 0 ? "; " + inPart + " replayed in part" : "")
          + (notRun > 0 ? "; " + notRun + " not run" : "");
    }
  }
}
