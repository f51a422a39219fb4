package org.leibniz.cli.internal.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.ReadOptions;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.json.RunJson;
import org.leibniz.cli.internal.run.RunReport;
import org.leibniz.cli.internal.summary.RunSummary;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one run. */
@Command(
    name = "show",
    description = "Shows a run: its tables per subject and level, metrics, remarks, and with --plan its resolved plan.",
    footer = {"leibniz show @last", "leibniz show 3f2a --plan", "leibniz show 3f2a --json | jq .plan"})
public final class ShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RUN", description = "Id, unique prefix, name or @last.")
  String run;

  @Option(names = "--plan", description = "Also the resolved plan and the digests of everything it ran with.")
  boolean plan;

  @Option(names = "--grader", paramLabel = "ID", description = "Count outcomes under this grading instead of the first.")
  Optional<String> grader = Optional.empty();

  @Mixin ReadOptions options;

  private final Context context;

  public ShowCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (RunStore store = context.workspaces().store(options.workspace())) {
      RunRow found = store.find(run);
      RunReport report = new RunReport(context, store);
      RunSummary summary =
          report.measured(
              found,
              grader.map(id -> Gradings.find(store, found, id)).orElseGet(() -> RunSummary.firstGrading(store, found)));
      if (options.json()) {
        Json.print(context.console(), new RunJson(summary).shown());
        return ExitStatus.DONE;
      }
      report.print(summary);
      if (plan) {
        tree("plan", found.plan());
        tree("digests", found.digests());
      }
    }
    return ExitStatus.DONE;
  }

  private void tree(String title, String json) {
    Console console = context.console();
    console.line("");
    console.line(console.ink(Console.Ink.BOLD, title));
    lines(Json.parse(json), "  ");
  }

  private void lines(JsonNode node, String indent) {
    for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      boolean nested = field.getValue().isObject() && !field.getValue().isEmpty();
      String value = field.getValue().isTextual() ? field.getValue().asText() : field.getValue().toString();
      context.console().line(indent + field.getKey() + ":" + (nested ? "" : " " + Printable.oneLine(value)));
      if (nested) {
        lines(field.getValue(), indent + "  ");
      }
    }
  }
}
