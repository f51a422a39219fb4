package org.leibniz.cli.internal.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Part;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.strategy.DecodingStrategy.FirstCall;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Console.Ink;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.engine.Preview;
import org.leibniz.workspace.PluginSpec;
import org.leibniz.workspace.RunSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the first prompt of a run without running it. */
@Command(
    name = "preview",
    description = {
      "Shows the exact first prompt of a run file, its tokens, stops and limits, without running anything.",
      "",
      "Control tokens are shown as <<name>>, so that they differ from a problem's own text."
    },
    footer = {
      "leibniz preview runs/gsm8k.yaml",
      "leibniz preview runs/math.yaml --problem test-algebra-12 --set strategy.shots=4"
    })
public final class PreviewCommand implements Callable<Integer> {
  /** Settings of a strategy that the lines on the first call show. */
  private static final Set<String> SHOWN_ABOVE = Set.of("maxTokens", "maxPromptTokens", "stops");

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "A run file; a grid shows one prompt for each of its runs.")
  Optional<String> target = Optional.empty();

  @Mixin RunSettings settings;

  @Option(names = "--problem", paramLabel = "ID", description = "Problem; the first of the dataset by default.")
  Optional<String> problem = Optional.empty();

  @Option(names = "--json", description = "Write one JSON object per run.")
  boolean json;

  private final Context context;

  public PreviewCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<RunSpec> specs = RunTarget.read(context, target, Optional.empty(), settings).specs();
    for (RunSpec spec : specs) {
      Preview preview = context.services().engine().get().preview(spec, problem);
      if (json) {
        Json.print(context.console(), json(spec, preview));
      } else {
        print(spec, preview);
      }
    }
    return ExitStatus.DONE;
  }

  private void print(RunSpec spec, Preview preview) {
    Console console = context.console();
    console.line(console.ink(Ink.BOLD, Printable.oneLine(spec.name())) + "  problem " + preview.problem().id());
    console.line(
        Printable.oneLine(
            preview.plan().problems().size() + " problems × " + spec.samples() + " samples, " + spec.strategy().id()
                + spec.executor().map(executor -> ", programs run by " + executor.id()).orElse("")));
    if (preview.call().isEmpty()) {
      console.line("the strategy " + spec.strategy().id() + " cannot show its first call without running");
      return;
    }
    FirstCall call = preview.call().get();
    Decoding decoding = call.decoding();
    console.line(console.ink(Ink.DIM, "─".repeat(60)));
    console.line(shown(call.prompt()));
    console.line(console.ink(Ink.DIM, "─".repeat(60)));
    console.line(
        "prompt tokens: "
            + (preview.tokens().isPresent() ? Figures.count(preview.tokens().getAsInt()) : "not known, the model cannot count"));
    console.line(
        "stops: " + (decoding.stops().strings().isEmpty() ? "none" : Json.line(Json.of(decoding.stops().strings())))
            + (decoding.stops().included() ? ", kept in the reply" : ""));
    console.line(
        "limits: " + decoding.maxTokens() + " new tokens"
            + (decoding.maxPromptTokens() > 0 ? ", the last " + decoding.maxPromptTokens() + " prompt tokens" : "")
            + ", " + spec.maxCalls() + " calls a sample, " + Figures.time(spec.sampleTimeout().toMillis() / 1000.0));
    settings(preview.plan().spec());
    console.line("sampling: " + (decoding.sampling().isGreedy() ? "greedy" : decoding.sampling().toString()));
    console.line("a prompt that is too long: " + Printable.oneLine(call.overflow()));
    console.line("");
  }

  /** What of the protocol does not show in the first call. */
  private void settings(RunSpec spec) {
    Console console = context.console();
    console.line(Printable.oneLine("strategy: " + plugin(spec.strategy())));
    spec.executor().ifPresent(executor -> console.line(Printable.oneLine("executor: " + plugin(executor))));
    console.line(
        Printable.oneLine("graders: " + spec.graders().stream().map(PreviewCommand::plugin).collect(Collectors.joining("; "))));
  }

  private static String plugin(PluginSpec plugin) {
    StringBuilder words = new StringBuilder(plugin.id());
    plugin.config().values().forEach(
        (key, value) -> {
          if (!SHOWN_ABOVE.contains(key) && !(value instanceof Map<?, ?>)) {
            words.append(", ").append(key).append(' ').append(value);
          }
        });
    return words.toString();
  }

  private static ObjectNode json(PluginSpec plugin) {
    ObjectNode node = Json.object().put("id", plugin.id());
    plugin.config().values().forEach((key, value) -> node.set(key, Json.of(value)));
    return node;
  }

  private static String shown(Prompt prompt) {
    StringBuilder out = new StringBuilder();
    for (Part part : prompt.parts()) {
      switch (part) {
        case Part.Text(String text) -> out.append(text);
        case Part.Control(String token) -> out.append("<<").append(token).append(">>");
        case Part.Turn(String role, String text) -> out.append('[').append(role).append("]\n").append(text).append('\n');
      }
    }
    return Printable.of(out.toString());
  }

  private static ObjectNode json(RunSpec spec, Preview preview) {
    ObjectNode node = Json.object().put("name", spec.name()).put("problem", preview.problem().id());
    node.put("problems", preview.plan().problems().size());
    RunSpec planned = preview.plan().spec();
    node.set("strategy", json(planned.strategy()));
    planned.executor().ifPresent(executor -> node.set("executor", json(executor)));
    ArrayNode graders = node.putArray("graders");
    planned.graders().forEach(grader -> graders.add(json(grader)));
    preview
        .call()
        .ifPresent(
            call -> {
              node.put("prompt", call.prompt().rendered());
              node.put("tokens", preview.tokens().isPresent() ? (Integer) preview.tokens().getAsInt() : null);
              node.set("stops", Json.of(call.decoding().stops().strings()));
              node.put("stopIncluded", call.decoding().stops().included());
              node.put("maxTokens", call.decoding().maxTokens());
              node.put("maxPromptTokens", call.decoding().maxPromptTokens());
              node.put("temperature", call.decoding().sampling().temperature());
              node.put("overflow", call.overflow());
            });
    return node;
  }
}
