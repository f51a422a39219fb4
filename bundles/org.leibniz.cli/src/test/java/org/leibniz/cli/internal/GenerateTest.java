package org.leibniz.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.Config;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.GenerationRequest;
import org.leibniz.api.model.Model;
import org.leibniz.api.model.ModelBackend;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.TokenModel;
import org.leibniz.api.model.TokenScores;
import org.leibniz.api.model.Usage;
import org.leibniz.api.plugin.Kind;
import org.leibniz.cli.internal.Cli.Done;

class GenerateTest {
  private static final Generation REPLY =
      new Generation("Paris.\nYes", Stop.END, Optional.empty(), false, new Usage(5, 3));
  private static final TokenScores SCORES = new TokenScores(List.of(new TokenScores.TokenScore(7, " Paris", -0.25)));

  /** Answers over a network: no tokens to be seen. */
  private static class Served implements Model {
    @Override
    public ModelInfo info() {
      return new ModelInfo("served", "0", Map.of());
    }

    @Override
    public Generation generate(GenerationRequest request) {
      return REPLY;
    }

    @Override
    public TokenScores score(Prompt prompt, String text) {
      return SCORES;
    }
  }

  /** Computed here. */
  private static final class Computed extends Served implements TokenModel {
    @Override
    public Prompt withControls(String text) {
      return Prompt.of(text);
    }

    @Override
    public Completion complete(GenerationRequest request, EndToken endToken, Listener listener) {
      listener.text("Paris");
      listener.text(".\nYes");
      return new Completion(REPLY, List.of(1, 2, 3));
    }

    @Override
    public TokenScores score(Prompt prompt) {
      return SCORES;
    }
  }

  /** Remembers what it was opened with. */
  private static final class Backend implements ModelBackend {
    private final Model model;
    private final List<Config> opened = new ArrayList<>();

    Backend(Model model) {
      this.model = model;
    }

    @Override
    public Model open(Config config) {
      opened.add(config);
      return model;
    }
  }

  @TempDir Path temporary;
  private final Backend backend = new Backend(new Computed());
  private Cli cli;

  @BeforeEach
  void install() {
    cli = new Cli(temporary);
    Map<String, Object> text = Map.of("type", "string");
    cli.plugins.put(Kind.MODEL, "computed", backend, Map.of("path", text));
    cli.plugins.put(Kind.MODEL, "served", new Backend(new Served()), Map.of("path", text));
  }

  private Done generate(String model, String... more) {
    List<String> words = new ArrayList<>(List.of("generate", "--model", model, "--prompt", "The capital of France is"));
    words.addAll(List.of(more));
    return cli.run(words.toArray(String[]::new));
  }

  @Test
  void printsTextAndTellsTheRestInJson() {
    assertThat(generate("computed:there").out()).isEqualTo("Paris.\nYes\n");
    assertThat(backend.opened.getFirst().require("path")).isEqualTo("there");
    assertThat(generate("computed:there", "--json").out())
        .startsWith(
        "{\"text\":\"Paris.\\nYes\",\"stop\":\"end\",\"tokens\":{\"prompt\":5,\"completion\":3},\"ids\":[1,2,3],");
  }

  @Test
  void streamsOnePrompt() {
    assertThat(generate("computed:there", "--stream").out()).isEqualTo("Paris.\nYes\n");
    Done two = generate("computed:there", "--stream", "--prompt", "and Spain?");
    assertThat(two.status()).isEqualTo(2);
    assertThat(two.err()).contains("--stream: expected one prompt");
  }

  @Test
  void aServersModelShowsNoTokens() {
    assertThat(generate("served:there", "--stream").out()).isEqualTo("Paris.\nYes\n");
    assertThat(generate("served:there", "--json").out()).contains("\"ids\":[]");
    assertThat(generate("served:there", "--control").err()).contains("--control: the backend served shows no tokens");
    assertThat(generate("served:there", "--ignore-end").err()).contains("--ignore-end: the backend shows no tokens");
  }

  @Test
  void aServersModelScoresATextAfterAPrompt() {
    assertThat(cli.run("score", "--model", "served:there", "--prompt", "It is", "--text", " Paris", "--json").out())
        .isEqualTo("{\"tokens\":[{\"id\":7,\"text\":\" Paris\",\"logProbability\":-0.25}],\"total\":-0.25}\n");
    assertThat(cli.run("score", "--model", "served:there", "--prompt", "It is").err()).contains("give --text TEXT");
    assertThat(cli.run("score", "--model", "computed:there", "--prompt", "It is Paris").status()).isZero();
  }
}
