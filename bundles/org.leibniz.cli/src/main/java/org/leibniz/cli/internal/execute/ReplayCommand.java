package org.leibniz.cli.internal.execute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.leibniz.api.Config;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.metric.GradedSample;
import org.leibniz.api.plugin.Kind;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.ReadOptions;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.plugin.Configured;
import org.leibniz.cli.internal.run.Watched;
import org.leibniz.cli.internal.summary.RunSummary;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.engine.CallSeeds;
import org.leibniz.engine.Cancellation;
import org.leibniz.engine.RunListener;
import org.leibniz.plugins.PluginLease;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;
import org.leibniz.store.SampleKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a stored run's programs again. */
@Command(
    name = "replay",
    description = {
      "Runs the stored programs of a run again, notebook by notebook, and names each sample's first difference.",
      "",
      "The run's own executor and settings are used unless --executor names another. Exit status 1 where something differs;"
          + " progress shows the share of samples that agree as accuracy."
    },
    footer = {"leibniz replay @last", "leibniz replay 3f2a --executor cpython --problem test-17"})
public final class ReplayCommand implements Callable<Integer> {
  private static final int IN_FLIGHT = 16;

  @Parameters(paramLabel = "RUN", description = "Id, unique prefix, name or @last.")
  String run;

  @Option(names = "--executor", paramLabel = "ID", description = "Another executor, with its default settings.")
  Optional<String> executor = Optional.empty();

  @Option(names = "--option", paramLabel = "KEY=VALUE", description = "An option of the executor. Repeatable.")
  List<String> settings = new ArrayList<>();

  @Option(names = "--problem", paramLabel = "ID", description = "Only this problem.")
  Optional<String> problem = Optional.empty();

  @Mixin ReadOptions options;

  private final Context context;

  public ReplayCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (RunStore store = context.workspaces().store(options.workspace());
        PluginLease lease = context.services().plugins().get().lease()) {
      RunRow found = store.find(run);
      JsonNode plan = Json.parse(found.plan());
      List<SampleKey> samples = withPrograms(store, found);
      if (samples.isEmpty()) {
        throw LeibnizException.usage("run " + found.id() + " has no programs" + problem.map(id -> " for " + id).orElse(""));
      }
      ProgramReplay replay = new ProgramReplay(configured(lease, plan), new CallSeeds(plan.path("seed").asLong()));
      List<ProgramReplay.Result> results =
          new Watched(context.console(), "replaying " + found.name(), samples.size())
              .call((listener, cancellation) -> all(store, found, samples, replay, listener, cancellation));
      return report(found, results);
    }
  }

  private List<SampleKey> withPrograms(RunStore store, RunRow found) {
    try (Stream<GradedSample> graded = store.graded(found.key(), RunSummary.firstGrading(store, found).key())) {
      return graded
          .filter(sample -> sample.programs() > 0)
          .filter(sample -> problem.isEmpty() || problem.get().equals(sample.problem()))
          .map(sample -> new SampleKey(sample.problem(), sample.sample()))
          .toList();
    }
  }

  private ProgramExecutor configured(PluginLease lease, JsonNode plan) {
    JsonNode stored = plan.path("executor");
    String id = executor.orElseGet(() -> stored.path("id").asText(""));
    if (id.isEmpty()) {
      throw LeibnizException.usage("the run names no executor; name one with --executor");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    if (id.equals(stored.path("id").asText(""))) {
      stored.properties().forEach(field -> values.put(field.getKey(), Json.plain(field.getValue())));
      values.remove("id");
    }
    values.putAll(Configured.settings(context, "--option", settings).values());
    Config config = new Config(values, new Config.Origin(context.folder().toString(), field -> "the run's executor"));
    return new Configured(context).get(lease, Kind.EXECUTOR, id, ProgramExecutor.class, config);
  }

  /** Several at a time, in order, so that no more than {@value #IN_FLIGHT} samples' calls are in memory. */
  private List<ProgramReplay.Result> all(
      RunStore store, RunRow found, List<SampleKey> samples, ProgramReplay replay, RunListener listener, Cancellation cancellation) {
    List<ProgramReplay.Result> results = new ArrayList<>();
    Deque<Future<ProgramReplay.Result>> running = new ArrayDeque<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (SampleKey key : samples) {
        if (cancellation.isRequested()) {
          break;
        }
        running.add(
            threads.submit(
                () -> {
                  ProgramReplay.Result result =
                      replay.replay(key.problem(), key.sample(), store.calls(found.key(), key.problem(), key.sample()));
                  listener.committed(key, result.difference().isEmpty() ? Outcome.CORRECT : Outcome.WRONG, 0);
                  return result;
                }));
        if (running.size() == IN_FLIGHT) {
          results.add(result(running.removeFirst()));
        }
      }
      running.forEach(future -> results.add(result(future)));
    }
    if (cancellation.isRequested()) {
      throw new LeibnizException(ErrorCode.CANCELLED, "stopped after " + results.size() + " of " + samples.size() + " samples");
    }
    return results;
  }

  private static ProgramReplay.Result result(Future<ProgramReplay.Result> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LeibnizException(ErrorCode.CANCELLED, "interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LeibnizException expected) {
        throw expected;
      }
      throw new LeibnizException(ErrorCode.INTERNAL, "replaying failed: " + e.getCause(), e.getCause());
    }
  }

  private int report(RunRow found, List<ProgramReplay.Result> results) {
    Console console = context.console();
    long programs = results.stream().mapToLong(ProgramReplay.Result::ran).sum();
    List<ProgramReplay.Result> different = results.stream().filter(result -> result.difference().isPresent()).toList();
    if (options.json()) {
      results.forEach(result -> Json.print(console, json(result)));
    } else {
      different.forEach(result -> print(result, result.difference().orElseThrow()));
      console.line(
          "run " + found.id() + ": " + Figures.count(programs) + " programs of " + Figures.count(results.size())
              + " samples run again, " + (different.isEmpty() ? "all as before" : different.size() + " samples differ"));
    }
    return different.isEmpty() ? ExitStatus.DONE : ExitStatus.FAILURES;
  }

  private void print(ProgramReplay.Result result, ProgramReplay.Difference difference) {
    Console console = context.console();
    String branch = difference.branch().isEmpty() ? "" : difference.branch() + "/";
    console.line(
        result.problem() + (result.sample() > 0 ? " sample " + result.sample() : "") + ": " + difference.field()
            + " of call " + branch + difference.ordinal());
    console.line(Printable.indent("before: " + difference.before(), "  "));
    console.line(Printable.indent("now:    " + difference.now(), "  "));
  }

  private static ObjectNode json(ProgramReplay.Result result) {
    ObjectNode node = Json.object().put("problem", result.problem()).put("sample", result.sample());
    node.put("programs", result.ran()).put("same", result.difference().isEmpty());
    result
        .difference()
        .ifPresent(
            difference ->
                node.putObject("difference")
                    .put("branch", difference.branch())
                    .put("call", difference.ordinal())
                    .put("field", difference.field())
                    .put("before", difference.before())
                    .put("now", difference.now()));
    return node;
  }
}
