package org.leibniz.cli.internal.grade;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.leibniz.api.Config;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.grader.SelfTest;
import org.leibniz.api.plugin.Kind;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.plugin.Configured;
import org.leibniz.cli.internal.plugin.PluginList;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.cli.internal.text.Table;
import org.leibniz.plugins.PluginLease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the graders; with ids or {@code --self-test} it shows how they do on generated pairs. */
@Command(
    name = "graders",
    description = {
      "Lists the installed graders; with an ID, everything that can be set on it, and its self-test.",
      "",
      "The self-test judges 5,000 generated pairs whose truth is known: the same value written otherwise, and values that look"
          + " alike but differ. Each is judged both ways round, and each side with itself.",
      "",
      "Papers' own graders are as their authors wrote them: what the self-test counts for them is a fact about them."
    },
    footer = {"leibniz graders math", "leibniz graders --self-test --json"})
public final class GradersCommand implements Callable<Integer> {
  private static final long SEED = 1;

  @Parameters(arity = "0..*", paramLabel = "ID", description = "Only these, with all their settings and their self-test.")
  List<String> ids = List.of();

  @Option(names = "--self-test", description = "The self-test of all graders, or of those named.")
  boolean selfTest;

  @Option(names = "--json", description = "Write JSON Lines on standard output and nothing else there.")
  boolean json;

  private final Context context;

  public GradersCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (!selfTest) {
      new PluginList(context).print(Kind.GRADER, ids, json);
    }
    boolean tests = selfTest || !ids.isEmpty() && !json;
    if (!tests) {
      return ExitStatus.DONE;
    }
    List<String> tested = ids.isEmpty() ? context.services().plugins().get().ids(Kind.GRADER).stream().sorted().toList() : ids;
    Table table = Table.of("grader", ">pairs", ">not itself", ">asymmetric", ">accepted", ">refused", ">failed", "for instance");
    try (PluginLease lease = context.services().plugins().get().lease()) {
      for (String id : tested) {
        Grader grader = new Configured(context).get(lease, Kind.GRADER, id, Grader.class, Config.EMPTY);
        SelfTest result = SelfTest.of(grader, SelfTest.PAIRS, SEED);
        if (json) {
          Json.print(context.console(), json(id, result));
        } else {
          row(table, id, result);
        }
      }
    }
    if (!json) {
      Console console = context.console();
      table.print(console);
      console.say("accepted: different pairs said to be equal; refused: equal pairs said not to be");
    }
    return ExitStatus.DONE;
  }

  private static void row(Table table, String id, SelfTest result) {
    table.row(
        id,
        Figures.count(result.pairs()),
        Figures.count(result.unequalToSelf()),
        Figures.count(result.asymmetric()),
        Figures.count(result.wronglyAccepted()),
        Figures.count(result.wronglyRefused()),
        Figures.count(result.failures()),
        result.examples().isEmpty() ? "" : Printable.oneLine(result.examples().getFirst()));
  }

  private static ObjectNode json(String id, SelfTest result) {
    ObjectNode node = Json.object().put("grader", id).put("pairs", result.pairs());
    node.put("unequalToSelf", result.unequalToSelf()).put("asymmetric", result.asymmetric());
    node.put("wronglyAccepted", result.wronglyAccepted()).put("wronglyRefused", result.wronglyRefused());
    node.put("failures", result.failures()).put("clean", result.isClean());
    node.set("examples", Json.of(result.examples()));
    return node;
  }
}
