package org.leibniz.trainer.sft.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;
import org.leibniz.checkpoint.Architecture;
import org.leibniz.checkpoint.Checkpoint;
import org.leibniz.checkpoint.Rotary;
import org.leibniz.checkpoint.tokenizer.Tokenizer;
import org.leibniz.checkpoint.tokenizer.Tokenizers;
import org.leibniz.checkpoint.write.BytePairTraining;
import org.leibniz.checkpoint.write.CheckpointWriter.EndToken;
import org.leibniz.checkpoint.write.ControlTokens;
import org.leibniz.trainer.sft.internal.data.Blocks;
import org.leibniz.trainer.sft.internal.data.Corpus;
import org.leibniz.trainer.sft.internal.network.Parameters;

/**
 * What a training begins with.
 *
 * @param from the checkpoint whose weights are taken; empty for a new model
 */
record Beginning(Architecture architecture, Tokenizer tokenizer, EndToken end, Optional<Checkpoint> from) {
  /**
   * Reads or makes it. The tokenizer, with MathCoder's control tokens in it, is put at {@code file} unless one is there
   * already, which is then used.
   */
  static Beginning of(Settings settings, Path file) {
    Config model = settings.model();
    Optional<Checkpoint> from = model.path("path").map(Checkpoint::open);
    if (!Files.exists(file)) {
      try {
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        write(settings, from, part);
        Files.move(part, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw LeibnizException.badInput(file, 0, "", "cannot be written: " + e.getMessage());
      }
    }
    Tokenizer tokenizer = Tokenizers.open(file);
    Architecture architecture =
        from.map(checkpoint -> widened(model, checkpoint.architecture(), tokenizer.largestId() + 1))
            .orElseGet(() -> fresh(settings, tokenizer.largestId() + 1));
    int end =
        from.flatMap(checkpoint -> checkpoint.ends().stream().sorted().findFirst())
            .orElseGet(() -> tokenizer.id(Blocks.CONTROLS.getFirst()).orElseThrow());
    return new Beginning(architecture, tokenizer, new EndToken(tokenizer.token(end), end), from);
  }

  private static void write(Settings settings, Optional<Checkpoint> from, Path file) throws IOException {
    Optional<Path> own = settings.model().path("path").map(folder -> folder.resolve("tokenizer.json"));
    Optional<Path> given = from.isPresent() ? own : settings.tokenizer().path("path");
    if (given.isPresent()) {
      ControlTokens.add(given.get(), Blocks.CONTROLS, Tokenizers.open(given.get()).largestId() + 1, file);
      return;
    }
    BytePairTraining training;
    try {
      training = new BytePairTraining((int) settings.tokenizer().integer("vocabulary", 1024), Blocks.CONTROLS);
    } catch (IllegalArgumentException e) {
      throw settings.tokenizer().wrong("vocabulary", e.getMessage());
    }
    training.write(file);
    Corpus.texts(settings.data(), Tokenizers.open(file), training::add);
    training.write(file);
  }

  private static Architecture fresh(Settings settings, int vocabulary) {
    Config model = settings.model();
    int hidden = size(model, "hiddenSize", 128);
    int heads = size(model, "heads", 4);
    int keyValueHeads = size(model, "keyValueHeads", heads);
    if (hidden % heads != 0 || hidden / heads % 2 != 0) {
      throw model.wrong("heads", "is " + heads + "; expected heads of an even size, of which hiddenSize " + hidden + " is a multiple");
    }
    if (heads % keyValueHeads != 0) {
      throw model.wrong("keyValueHeads", "is " + keyValueHeads + "; expected a divisor of the " + heads + " heads");
    }
    int positions = size(model, "positions", settings.context());
    if (positions < settings.context()) {
      throw model.wrong("positions", "is " + positions + "; expected at least the context of " + settings.context());
    }
    Rotary rotary = new Rotary(hidden / heads, model.decimal("rotaryBase", 10_000), new Rotary.Unscaled());
    return new Architecture(
        "llama", hidden, size(model, "feedForwardSize", (hidden * 8 / 3 + 7) / 8 * 8), size(model, "layers", 4), heads, keyValueHeads, hidden / heads,
        vocabulary, 1e-5, rotary, positions, 0, false, false, false, model.flag("tied", true));
  }

  private static int size(Config model, String key, int fallback) {
    return (int) model.integer(key, fallback);
  }

  /** The architecture with room for tokens that were added; refuses what cannot be trained. */
  private static Architecture widened(Config model, Architecture old, int vocabulary) {
    boolean biased = old.attentionBias() || old.outputBias() || old.feedForwardBias();
    boolean plain = !biased && old.window() == 0 && old.rotary().scaling() instanceof Rotary.Unscaled;
    if (!plain || !old.family().equals("llama")) {
      throw model.wrong(
          "path", "is a " + old.family() + " model; only Llama models without biases, a window and scaled positions are trained");
    }
    return new Architecture(
        old.family(), old.hiddenSize(), old.feedForwardSize(), old.layers(), old.heads(), old.keyValueHeads(), old.headSize(),
        Math.max(old.vocabulary(), vocabulary), old.normEpsilon(), old.rotary(), old.positions(), 0, false, false, false, old.tied());
  }

  Parameters parameters(long seed) {
    return from.map(checkpoint -> Parameters.of(architecture, checkpoint)).orElseGet(() -> Parameters.fresh(architecture, seed));
  }
}
