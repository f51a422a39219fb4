package org.leibniz.cli.internal.execute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.leibniz.api.Config;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.plugin.Kind;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Console.Ink;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.plugin.Configured;
import org.leibniz.cli.internal.plugin.PluginList;
import org.leibniz.cli.internal.run.Watched;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.cli.internal.text.Table;
import org.leibniz.executor.kit.Examination;
import org.leibniz.executor.kit.Kit;
import org.leibniz.executor.kit.Mark;
import org.leibniz.executor.kit.ScoreCard;
import org.leibniz.executor.kit.ScoreCards;
import org.leibniz.plugins.LeasedPlugin;
import org.leibniz.plugins.PluginLease;
import org.leibniz.store.SampleKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists executors with their score cards, and measures these. */
@Command(
    name = "executors",
    description = {
      "Lists the executors, each with its score card: how many of the kit's ordinary programs give the right result, and how"
          + " many of its hostile ones are contained.",
      "",
      "--check runs the kit in each and keeps the card, which runs then record; it takes some minutes. Exit status 1 where a"
          + " program fails."
    },
    footer = {"leibniz executors", "leibniz executors graalpy --check"})
public final class ExecutorsCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "ID", description = "Only these, with all their options.")
  List<String> ids = List.of();

  @Option(names = "--check", description = "Run the kit of programs and keep the score card.")
  boolean check;

  @Option(names = "--json", description = "Write JSON Lines on standard output and nothing else there.")
  boolean json;

  private final Context context;

  public ExecutorsCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    return check ? checked() : listed();
  }

  private int listed() {
    PluginList list = new PluginList(context);
    if (json) {
      list.descriptors(Kind.EXECUTOR, ids)
          .forEach(
              descriptor -> {
                ObjectNode node = PluginList.json(descriptor);
                card(descriptor.id()).ifPresent(card -> node.set("scorecard", json(card)));
                Json.print(context.console(), node);
              });
      return ExitStatus.DONE;
    }
    list.print(Kind.EXECUTOR, ids, false);
    Table table = Table.of("id", "score card");
    list.descriptors(Kind.EXECUTOR, ids)
        .forEach(
            descriptor ->
                table.row(
                    descriptor.id(),
                    card(descriptor.id())
                        .map(ScoreCard::line)
                        .orElse("not measured; leibniz executors " + descriptor.id() + " --check")));
    table.print(context.console());
    return ExitStatus.DONE;
  }

  /** The card that was measured with the bundle and kit that are there. */
  private Optional<ScoreCard> card(String id) {
    String digest =
        context.services().plugins().get().list().stream()
            .filter(plugin -> plugin.descriptor().kind() == Kind.EXECUTOR && plugin.descriptor().id().equals(id))
            .map(plugin -> plugin.digest())
            .findFirst()
            .orElse("");
    return new ScoreCards(context.home()).last(id).filter(card -> card.digest().equals(digest) && card.kit().equals(Kit.digest()));
  }

  private int checked() {
    boolean passed = true;
    for (String id : ids.isEmpty() ? context.services().plugins().get().ids(Kind.EXECUTOR) : ids) {
      passed &= check(id);
    }
    return passed ? ExitStatus.DONE : ExitStatus.FAILURES;
  }

  private boolean check(String id) {
    List<Mark> marks = new ArrayList<>();
    int programs = Kit.ordinary().size() + Kit.hostile().size();
    ScoreCard card =
        new Watched(context.console(), "checking " + id, programs)
            .call(
                (listener, cancellation) ->
                    measured(
                        id,
                        mark -> {
                          listener.committed(
                              new SampleKey(mark.program().toString(), 0), mark.passed() ? Outcome.CORRECT : Outcome.WRONG, mark.millis());
                          if (!mark.passed()) {
                            synchronized (marks) {
                              marks.add(mark);
                            }
                          }
                        }));
    new ScoreCards(context.home()).keep(card);
    if (json) {
      Json.print(context.console(), json(card).put("id", id));
    } else {
      print(id, card, marks);
    }
    return card.passed();
  }

  private ScoreCard measured(String id, Consumer<Mark> listener) {
    Examination examination = new Examination(listener);
    List<Mark> ordinary;
    try (PluginLease lease = context.services().plugins().get().lease()) {
      ordinary = examination.ordinary(configured(lease, id, Examination.ORDINARY_LIMITS).instance());
    }
    try (PluginLease lease = context.services().plugins().get().lease()) {
      LeasedPlugin<ProgramExecutor> leased = configured(lease, id, Examination.HOSTILE_LIMITS);
      List<Mark> hostile = examination.hostile(leased.instance());
      return Examination.card(id, leased.instance().version(), leased.digest(), ordinary, hostile);
    }
  }

  /** Leased with those of the limits that it knows. */
  private LeasedPlugin<ProgramExecutor> configured(PluginLease lease, String id, Map<String, Object> limits) {
    Map<String, Object> kept = new LinkedHashMap<>(limits);
    if (context.services().plugins().get().descriptor(Kind.EXECUTOR, id).schema().get("properties") instanceof Map<?, ?> properties) {
      kept.keySet().retainAll(properties.keySet());
    }
    Config settings = new Config(kept, new Config.Origin(context.folder().toString(), field -> "--check"));
    LeasedPlugin<ProgramExecutor> leased = lease.get(Kind.EXECUTOR, id, ProgramExecutor.class);
    leased.instance().configure(new Configured(context).check(Kind.EXECUTOR, id, settings));
    return leased;
  }

  private void print(String id, ScoreCard card, List<Mark> failed) {
    Console console = context.console();
    console.line(console.ink(Ink.BOLD, id) + "  " + card.version());
    console.line(card.line());
    failed.forEach(mark -> console.line(console.ink(Ink.RED, "failed") + "  " + Printable.clip(Printable.oneLine(mark.toString()), 400)));
    console.line("");
  }

  private static ObjectNode json(ScoreCard card) {
    ObjectNode node = Json.object().put("version", card.version()).put("digest", card.digest()).put("kit", card.kit());
    node.put("ordinary", card.ordinary()).put("ordinaryOf", card.ordinaryOf());
    node.put("hostile", card.hostile()).put("hostileOf", card.hostileOf());
    node.set("failed", Json.of(card.failed()));
    return node.put("measured", card.measured().toString());
  }
}
