package org.leibniz.trainer.sft.internal.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.leibniz.api.LeibnizException;
import org.leibniz.checkpoint.tokenizer.Piece;
import org.leibniz.checkpoint.tokenizer.Tokenizer;

/**
 * All examples of a training, tokenised.
 *
 * @param skipped examples that are longer than the context, or in which there is nothing to learn
 */
public record Corpus(List<Example> examples, int skipped) {
  /**
   * How examples become tokens.
   *
   * @param end id of the token after a reply
   * @param context most tokens of an example
   * @param lossOnExecution whether the model also learns to write execution results (the ablation of arXiv 2310.03731, Table 5)
   */
  public record Encoding(Tokenizer tokenizer, int end, int context, boolean lossOnExecution) {}

  public static Corpus read(List<Path> files, Encoding encoding) {
    List<Example> examples = new ArrayList<>();
    int[] skipped = {0};
    for (Path file : files) {
      new ExampleFile(file)
          .read(
              encoding.tokenizer,
              text -> {
                Example example = encode(text, encoding);
                if (example.length() > encoding.context || targets(example) == 0) {
                  skipped[0]++;
                } else {
                  examples.add(example);
                }
              });
    }
    if (examples.isEmpty()) {
      throw LeibnizException.badInput(
          files.getFirst(),
          0,
          "",
          "has no example that can be used; " + skipped[0] + " are longer than the context of " + encoding.context
              + " tokens, or teach nothing");
    }
    return new Corpus(List.copyOf(examples), skipped[0]);
  }

  /** Every text of the files, control tokens left out: what a tokenizer is trained on. */
  public static void texts(List<Path> files, Tokenizer controls, Consumer<String> into) {
    for (Path file : files) {
      new ExampleFile(file)
          .read(
              controls,
              text -> {
                for (Stretch stretch : text.stretches()) {
                  for (Piece piece : stretch.pieces()) {
                    if (piece instanceof Piece.Text(String plain)) {
                      into.accept(plain);
                    }
                  }
                }
              });
    }
  }

  private static Example encode(ExampleText text, Encoding encoding) {
    List<Integer> ids = new ArrayList<>(encoding.tokenizer.before());
    int prefix = ids.size();
    List<Boolean> learnt = new ArrayList<>();
    for (int i = 0; i < prefix; i++) {
      learnt.add(false);
    }
    for (Stretch stretch : text.stretches()) {
      ids.addAll(encoding.tokenizer.encode(stretch.pieces()));
      boolean counts =
          switch (stretch.kind()) {
            case PROMPT -> false;
            case WRITTEN -> true;
            case EXECUTION -> encoding.lossOnExecution;
          };
      while (learnt.size() < ids.size()) {
        learnt.add(counts);
      }
    }
    if (!text.ended()) {
      ids.add(encoding.end);
      learnt.add(true);
    }
    boolean[] flags = new boolean[learnt.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = learnt.get(i);
    }
    return new Example(text.form(), ids.stream().mapToInt(Integer::intValue).toArray(), flags);
  }

  private static int targets(Example example) {
    int targets = 0;
    for (int i = 1; i < example.length(); i++) {
      targets += example.learnt()[i] ? 1 : 0;
    }
    return targets;
  }

  public long tokens() {
    return examples.stream().mapToLong(Example::length).sum();
  }

  /** SHA-256 of the files' contents in their order. */
  public static String digest(List<Path> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (Path file : files) {
        try (InputStream in = Files.newInputStream(file)) {
          for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
          }
        } catch (IOException e) {
          throw LeibnizException.badInput(file, 0, "", "cannot be read: " + (Files.exists(file) ? e.getMessage() : "no such file"));
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
