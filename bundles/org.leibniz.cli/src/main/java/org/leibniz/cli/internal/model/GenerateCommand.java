package org.leibniz.cli.internal.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.leibniz.api.CallId;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.GenerationRequest;
import org.leibniz.api.model.Model;
import org.leibniz.api.model.Sampling;
import org.leibniz.api.model.Stops;
import org.leibniz.api.model.TokenModel;
import org.leibniz.api.model.TokenModel.Completion;
import org.leibniz.api.model.TokenModel.EndToken;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.plugins.PluginLease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Completes prompts. */
@Command(
    name = "generate",
    description = {
      "Completes prompts with a model; greedy unless a temperature is given.",
      "",
      "With --json one object a prompt: {text, stop, tokens:{prompt, completion}, ids, millis}; a server gives no ids."
    },
    footer = {
      "leibniz generate --model djl:models/smollm2 --prompt 'The capital of France is'",
      "leibniz generate --model openai:http://127.0.0.1:8000/v1 --prompt 'What is 7 times 8?'",
      "leibniz generate --model djl:model.gguf --prompt-file prompts.jsonl --max-tokens 64 --json"
    })
public final class GenerateCommand implements Callable<Integer> {
  /** A reply and how long it took. */
  private record Timed(Completion completion, long millis) {}

  @Mixin ModelOptions options = new ModelOptions();

  @Option(names = "--max-tokens", paramLabel = "N", defaultValue = "256", description = "Most tokens of a reply.")
  int maxTokens;

  @Option(names = "--temperature", paramLabel = "T", defaultValue = "0", description = "0, the default, is greedy.")
  double temperature;

  @Option(names = "--top-k", paramLabel = "K", defaultValue = "0", description = "Only the K most probable tokens.")
  int topK;

  @Option(names = "--top-p", paramLabel = "P", defaultValue = "1", description = "Only the smallest set of tokens with at least this probability.")
  double topP;

  @Option(names = "--min-p", paramLabel = "P", defaultValue = "0", description = "Only tokens with this share of the most probable one's probability.")
  double minP;

  @Option(names = "--repetition-penalty", paramLabel = "R", defaultValue = "1", description = "Above 1 makes tokens that were there less likely.")
  double repetitionPenalty;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Seed of sampling.")
  long seed;

  @Option(names = "--stop", paramLabel = "TEXT", description = "Ends a reply. Repeatable.")
  List<String> stops = new ArrayList<>();

  @Option(names = "--ignore-end", description = "Do not stop at an end-of-sequence token.")
  boolean ignoreEnd;

  @Option(names = "--stream", description = "Print the text as it comes; for one prompt.")
  boolean stream;

  private final Context context;
  private volatile boolean shown;

  public GenerateCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (maxTokens < 1 || temperature < 0 || repetitionPenalty <= 0) {
      throw LeibnizException.usage("expected --max-tokens from 1, --temperature from 0 and --repetition-penalty above 0");
    }
    List<String> texts = options.texts(context);
    if (stream && (texts.size() > 1 || options.json)) {
      throw LeibnizException.usage("--stream: expected one prompt, and no --json");
    }
    Sampling sampling = new Sampling(temperature, topK, topP, minP, repetitionPenalty);
    Decoding decoding = new Decoding(sampling, new Stops(stops, false), maxTokens);
    try (PluginLease lease = context.services().plugins().get().lease();
        Model model = options.open(context, lease);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      if (ignoreEnd && !(model instanceof TokenModel)) {
        throw LeibnizException.usage(
            "--ignore-end: the backend shows no tokens; expected one that runs a checkpoint, such as djl");
      }
      List<Future<Timed>> replies = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        CallId id = new CallId("prompt-" + i, 0, "", 0);
        GenerationRequest request = new GenerationRequest(id, options.prompt(model, texts.get(i)), decoding, seed + i);
        replies.add(threads.submit(() -> complete(model, request)));
      }
      for (Future<Timed> reply : replies) {
        print(result(reply));
      }
    }
    return ExitStatus.DONE;
  }

  private Timed complete(Model model, GenerationRequest request) {
    long start = System.nanoTime();
    Completion completion =
        model instanceof TokenModel tokens
            ? tokens.complete(request, ignoreEnd ? EndToken.IGNORED : EndToken.ENDS, stream ? this::show : more -> {})
            : new Completion(model.generate(request), List.of());
    return new Timed(completion, (System.nanoTime() - start) / 1_000_000);
  }

  private void show(String more) {
    shown = true;
    context.console().out().print(Printable.of(more));
    context.console().out().flush();
  }

  private static Timed result(Future<Timed> reply) throws InterruptedException {
    try {
      return reply.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LeibnizException known) {
        throw known;
      }
      throw new LeibnizException(ErrorCode.INTERNAL, String.valueOf(e.getCause()), e);
    }
  }

  private void print(Timed reply) {
    var generation = reply.completion.generation();
    if (stream && shown) {
      context.console().out().println();
      return;
    }
    if (!options.json) {
      context.console().line(Printable.of(generation.raw()));
      return;
    }
    ObjectNode node = Json.object().put("text", generation.raw()).put("stop", generation.stop().name().toLowerCase(Locale.ROOT));
    node.putObject("tokens").put("prompt", generation.usage().promptTokens()).put("completion", generation.usage().completionTokens());
    node.set("ids", Json.of(reply.completion.ids()));
    Json.print(context.console(), node.put("millis", reply.millis));
  }
}
