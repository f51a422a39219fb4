package org.leibniz.cli.internal.grade;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.plugin.Kind;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.grade.Judge.Judged;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.plugin.Configured;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.cli.internal.text.Table;
import org.leibniz.plugins.PluginLease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Judges pairs of answers. */
@Command(
    name = "judge",
    description = {
      "Judges pairs {\"id\", \"reference\", \"prediction\"}, one a line; other fields are ignored.",
      "",
      "Either side may be a whole text: one with several lines, a \\boxed, ####, \"answer is\" or eight words or more. The"
          + " grader then extracts the answer; where it finds none in the prediction the pair is not equal, and a reference"
          + " without one is compared as it stands. Anything shorter is compared as it stands. With --json one object a pair,"
          + " in order of input: {id, equal: true|false|null, reason, layer, answer, rule, span}; null means the grader does"
          + " not know, answer is what was compared of the prediction, span its place there and rule how it was found."
    },
    footer = {
      "leibniz judge --grader exact --in pairs.jsonl",
      "leibniz judge --grader math --option policy=lenient --in pairs.jsonl --json"
    })
public final class JudgeCommand implements Callable<Integer> {
  @Option(names = "--grader", required = true, paramLabel = "ID", description = "The grader.")
  String grader;

  @Option(names = "--option", paramLabel = "KEY=VALUE", description = "An option of the grader. Repeatable.")
  List<String> settings = new ArrayList<>();

  @Option(names = "--in", required = true, paramLabel = "PAIRS.jsonl", description = "The pairs.")
  String in;

  @Option(names = "--json", description = "Write JSON Lines on standard output and nothing else there.")
  boolean json;

  private final Context context;

  public JudgeCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<Pair> pairs = Pair.read(context.path(in), in);
    try (PluginLease lease = context.services().plugins().get().lease()) {
      Judge judge =
          new Judge(
              new Configured(context)
                  .get(lease, Kind.GRADER, grader, Grader.class, Configured.settings(context, "--option", settings)));
      return json ? write(judge, pairs) : print(judge, pairs);
    }
  }

  private int write(Judge judge, List<Pair> pairs) {
    boolean failed = false;
    for (Pair pair : pairs) {
      Judged judged = judge.judge(pair);
      failed |= judged.failed();
      ObjectNode node = Json.object();
      node.set("id", pair.id());
      node.put("equal", judged.equal().orElse(null)).put("reason", judged.reason()).put("layer", judged.layer());
      judged.answer().answer().ifPresent(answer -> node.put("answer", answer).put("rule", judged.answer().rule()));
      if (judged.answer().start() >= 0) {
        node.putArray("span").add(judged.answer().start()).add(judged.answer().end());
      }
      Json.print(context.console(), node);
    }
    return failed ? ExitStatus.FAILURES : ExitStatus.DONE;
  }

  private int print(Judge judge, List<Pair> pairs) {
    Console console = context.console();
    Table table = Table.of("id", "equal", "reference", "prediction", "layer", "reason");
    long equal = 0;
    long failed = 0;
    for (Pair pair : pairs) {
      Judged judged = judge.judge(pair);
      equal += judged.equal().orElse(false) ? 1 : 0;
      failed += judged.failed() ? 1 : 0;
      table.row(
          pair.id().asText(),
          judged.equal().map(yes -> yes ? "yes" : "no").orElse("unknown"),
          pair.reference(),
          pair.prediction(),
          judged.layer(),
          judged.reason());
    }
    table.print(console);
    console.line("");
    console.line(
        Figures.count(equal) + " of " + Figures.count(pairs.size()) + " equal" + (failed > 0 ? ", the grader failed on " + failed : ""));
    return failed > 0 ? ExitStatus.FAILURES : ExitStatus.DONE;
  }
}
