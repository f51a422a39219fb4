package org.leibniz.cli.internal.execute;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.api.plugin.Kind;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.plugin.Configured;
import org.leibniz.cli.internal.plugin.PluginList;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.cli.internal.text.Table;
import org.leibniz.plugins.PluginLease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists executors and tries them. */
@Command(
    name = "executors",
    description = "Lists the executors with their options; --check runs eight small programs in each and shows its score card.",
    footer = {"leibniz executors", "leibniz executors graalpy --check"})
public final class ExecutorsCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "ID", description = "Only these, with all their options.")
  List<String> ids = List.of();

  @Option(names = "--check", description = "Run the score card; its endless loop takes two seconds.")
  boolean check;

  @Option(names = "--json", description = "Write JSON Lines on standard output and nothing else there.")
  boolean json;

  private final Context context;

  public ExecutorsCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (!check) {
      new PluginList(context).print(Kind.EXECUTOR, ids, json);
      return ExitStatus.DONE;
    }
    boolean passed = true;
    for (String id : ids.isEmpty() ? context.services().plugins().get().ids(Kind.EXECUTOR) : ids) {
      passed &= check(id);
    }
    return passed ? ExitStatus.DONE : ExitStatus.FAILURES;
  }

  private boolean check(String id) {
    try (PluginLease lease = context.services().plugins().get().lease()) {
      ProgramExecutor executor =
          new Configured(context)
              .get(lease, Kind.EXECUTOR, id, ProgramExecutor.class, Configured.settings(context, "--check", List.of("timeout=2s")));
      List<ScoreCard.Mark> marks = new ScoreCard(executor).marks();
      if (json) {
        Json.print(context.console(), json(id, executor.version(), marks));
      } else {
        print(id, executor.version(), marks);
      }
      return marks.stream().allMatch(ScoreCard.Mark::passed);
    }
  }

  private void print(String id, String version, List<ScoreCard.Mark> marks) {
    Console console = context.console();
    console.line(id + "  " + version);
    Table table = Table.of("program", "passed", "status", ">time", "shown");
    marks.forEach(
        mark ->
            table.row(
                mark.name(),
                mark.passed() ? "yes" : "NO",
                mark.execution().status().id(),
                Figures.time(mark.execution().millis() / 1000.0),
                mark.execution().display()));
    table.print(console);
    console.line("");
  }

  private static ObjectNode json(String id, String version, List<ScoreCard.Mark> marks) {
    ObjectNode node = Json.object().put("id", id).put("version", version);
    node.put("passed", marks.stream().filter(ScoreCard.Mark::passed).count()).put("of", marks.size());
    ArrayNode all = node.putArray("marks");
    marks.forEach(
        mark ->
            all.addObject()
                .put("name", mark.name())
                .put("passed", mark.passed())
                .put("status", mark.execution().status().id())
                .put("millis", mark.execution().millis()));
    return node;
  }
}
