package org.leibniz.cli.internal.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.model.Model;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.TokenModel;
import org.leibniz.api.model.TokenScores;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.plugins.PluginLease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Log-probabilities of given text. */
@Command(
    name = "score",
    description = {
      "Tells how probable a model finds given texts, token by token (natural logarithms), from the second token on.",
      "",
      "With --json one object a prompt: {tokens:[{id, text, logProbability}], total}."
    },
    footer = {
      "leibniz score --model djl:models/smollm2 --prompt 'The capital of France is Paris'",
      "leibniz score --model djl:models/smollm2 --prompt 'The capital of France is' --text ' Paris' --json"
    })
public final class ScoreCommand implements Callable<Integer> {
  @Mixin ModelOptions options = new ModelOptions();

  @Option(names = "--text", paramLabel = "TEXT", description = "Score this text after each prompt, instead of the prompt itself.")
  Optional<String> text = Optional.empty();

  private final Context context;

  public ScoreCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (PluginLease lease = context.services().plugins().get().lease();
        Model model = options.open(context, lease)) {
      for (String written : options.texts(context)) {
        Prompt prompt = options.prompt(model, written);
        print(text.map(more -> model.score(prompt, more)).orElseGet(() -> itself(model, prompt)));
      }
    }
    return ExitStatus.DONE;
  }

  private static TokenScores itself(Model model, Prompt prompt) {
    if (model instanceof TokenModel tokens) {
      return tokens.score(prompt);
    }
    throw LeibnizException.usage("a server's model scores a text after a prompt; give --text TEXT");
  }

  private void print(TokenScores scores) {
    if (!options.json) {
      for (TokenScores.TokenScore token : scores.tokens()) {
        context.console().line(String.format(Locale.ROOT, "%10.4f  %s", token.logProbability(), Printable.oneLine(token.text())));
      }
      context.console().line(String.format(Locale.ROOT, "%10.4f  in all", scores.total()));
      return;
    }
    ObjectNode node = Json.object();
    ArrayNode tokens = node.putArray("tokens");
    for (TokenScores.TokenScore token : scores.tokens()) {
      tokens.addObject().put("id", token.id()).put("text", token.text()).put("logProbability", token.logProbability());
    }
    Json.print(context.console(), node.put("total", scores.total()));
  }
}
