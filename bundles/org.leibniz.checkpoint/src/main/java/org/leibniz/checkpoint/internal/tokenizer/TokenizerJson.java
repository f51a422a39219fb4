package org.leibniz.checkpoint.internal.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leibniz.api.LeibnizException;
import org.leibniz.checkpoint.internal.JsonFile;
import org.leibniz.checkpoint.internal.tokenizer.AddedTokens.Added;
import org.leibniz.checkpoint.tokenizer.Tokenizer;

/** Builds a tokenizer from tokenizer.json, the format of Hugging Face's tokenizers library. */
public final class TokenizerJson {
  private static final int MOST_ID = 1 << 24;

  private final Path file;
  private final JsonNode root;

  private TokenizerJson(Path file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  public static Tokenizer read(Path file) {
    return new TokenizerJson(file, JsonFile.object(file)).build();
  }

  private Tokenizer build() {
    JsonNode model = root.path("model");
    String type = model.path("type").asText("BPE");
    if (!type.equals("BPE") || !model.path("vocab").isObject()) {
      throw wrong("model.type", "is '" + type + "'; supported is BPE with its vocab and merges");
    }
    Map<String, Integer> ids = new HashMap<>();
    for (var entry : model.path("vocab").properties()) {
      ids.put(entry.getKey(), id("model.vocab", entry.getValue()));
    }
    Vocabulary vocabulary = new Vocabulary(ids);
    BytePairs pairs =
        new BytePairs(
            vocabulary,
            merges(model.path("merges"), vocabulary),
            vocabulary.id(model.path("unk_token").asText("")),
            model.path("fuse_unk").asBoolean(),
            model.path("byte_fallback").asBoolean(),
            model.path("ignore_merges").asBoolean());
    TokenizerSteps steps = new TokenizerSteps(file);
    boolean byteLetters = root.path("pre_tokenizer").toString().contains("\"ByteLevel\"");
    List<Integer> before = new ArrayList<>();
    List<Integer> after = new ArrayList<>();
    around(root.path("post_processor"), before, after);
    return new BpeTokenizer(
        new BpeTokenizer.Parts(
            vocabulary,
            pairs,
            new AddedTokens(added()),
            steps.normaliser(root.path("normalizer")),
            steps.splitter(root.path("pre_tokenizer")),
            steps.decoding(root.path("decoder")),
            byteLetters ? "" : "\u2581",
            List.copyOf(before),
            List.copyOf(after)));
  }

  private Merges merges(JsonNode node, Vocabulary vocabulary) {
    Map<Long, Long> merges = new HashMap<>();
    int rank = 0;
    for (JsonNode merge : node) {
      String text = merge.asText();
      int space = text.indexOf(' ', 1);
      boolean pair = merge.isArray() ? merge.size() == 2 : space > 0;
      if (!pair) {
        throw wrong("model.merges[" + rank + "]", "is " + merge + "; expected two tokens");
      }
      String left = merge.isArray() ? merge.get(0).asText() : text.substring(0, space);
      String right = merge.isArray() ? merge.get(1).asText() : text.substring(space + 1);
      int merged = vocabulary.id(left + right);
      if (vocabulary.id(left) < 0 || vocabulary.id(right) < 0 || merged < 0) {
        throw wrong("model.merges[" + rank + "]", "joins '" + left + "' and '" + right + "', which are not in the vocabulary with their result");
      }
      merges.putIfAbsent(Merges.pair(vocabulary.id(left), vocabulary.id(right)), Merges.merge(rank, merged));
      rank++;
    }
    return Merges.listed(merges);
  }

  private List<Added> added() {
    List<Added> added = new ArrayList<>();
    for (JsonNode token : root.path("added_tokens")) {
      added.add(
          new Added(
              id("added_tokens", token.path("id")),
              token.path("content").asText(),
              token.path("special").asBoolean(),
              token.path("lstrip").asBoolean(),
              token.path("rstrip").asBoolean(),
              token.path("single_word").asBoolean()));
    }
    return added;
  }

  /** What a template puts around a single text. */
  private void around(JsonNode processor, List<Integer> before, List<Integer> after) {
    for (JsonNode part : processor.path("processors")) {
      around(part, before, after);
    }
    if (!processor.path("type").asText().equals("TemplateProcessing")) {
      return;
    }
    List<Integer> into = before;
    for (JsonNode part : processor.path("single")) {
      if (part.has("Sequence")) {
        into = after;
        continue;
      }
      String name = part.path("SpecialToken").path("id").asText();
      for (JsonNode id : processor.path("special_tokens").path(name).path("ids")) {
        into.add(id("post_processor.special_tokens", id));
      }
    }
  }

  private int id(String field, JsonNode node) {
    if (!node.isIntegralNumber() || node.asLong() < 0 || node.asLong() > MOST_ID) {
      throw wrong(field, "has the id " + node + "; expected a whole number from 0 to " + MOST_ID);
    }
    return node.asInt();
  }

  private LeibnizException wrong(String field, String problem) {
    return LeibnizException.badInput(file, 0, field, problem);
  }
}
