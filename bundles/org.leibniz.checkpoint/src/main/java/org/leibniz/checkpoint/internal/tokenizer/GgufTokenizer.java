package org.leibniz.checkpoint.internal.tokenizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.leibniz.checkpoint.internal.tokenizer.AddedTokens.Added;
import org.leibniz.checkpoint.internal.weights.GgufFile;
import org.leibniz.checkpoint.tokenizer.Tokenizer;

/** Builds a tokenizer from the {@code tokenizer.ggml.*} metadata of a GGUF file. */
public final class GgufTokenizer {
  private static final String PREFIX = "tokenizer.ggml.";
  private static final String SPACE = "\u2581";
  private static final long UNKNOWN_TYPE = 2;
  private static final long CONTROL_TYPE = 3;
  private static final long USER_DEFINED_TYPE = 4;

  private final GgufFile file;
  private final List<String> tokens;
  private final Vocabulary vocabulary;

  private GgufTokenizer(GgufFile file) {
    this.file = file;
    this.tokens = list("tokens", String.class);
    Map<String, Integer> ids = new HashMap<>();
    for (int id = 0; id < tokens.size(); id++) {
      ids.putIfAbsent(tokens.get(id), id);
    }
    this.vocabulary = new Vocabulary(ids);
  }

  public static Tokenizer read(GgufFile file) {
    return new GgufTokenizer(file).build();
  }

  private Tokenizer build() {
    String model = String.valueOf(file.metadata().getOrDefault(PREFIX + "model", ""));
    return switch (model) {
      case "llama" -> sentencePiece();
      case "gpt2" -> byteLevel();
      default -> throw file.wrong(PREFIX + "model", "is '" + model + "'; supported are llama (SentencePiece) and gpt2 (byte-level BPE)");
    };
  }

  private Tokenizer sentencePiece() {
    List<Double> scores = list("scores", Double.class);
    if (scores.size() != tokens.size()) {
      throw file.wrong(PREFIX + "scores", "has " + scores.size() + " entries for " + tokens.size() + " tokens");
    }
    BytePairs pairs = new BytePairs(vocabulary, Merges.scored(vocabulary, scores), special("unknown_token_id", 0), true, true, false);
    boolean prefix = flag("add_space_prefix", true);
    UnaryOperator<String> normaliser = text -> (prefix ? SPACE : "") + text.replace(" ", SPACE);
    Decoding decoding =
        Decoding.sequence(
            List.of(Decoding.replace(SPACE, " "), Decoding.byteTokens(), Decoding.fuse(), Decoding.strip(' ', prefix ? 1 : 0, 0)));
    return tokenizer(pairs, normaliser, Splitter.NONE, decoding, SPACE, flag("add_bos_token", true));
  }

  private Tokenizer byteLevel() {
    String pre = String.valueOf(file.metadata().getOrDefault(PREFIX + "pre", "default"));
    Splitter words = Patterns.NAMED.get(pre);
    if (words == null) {
      throw file.wrong(PREFIX + "pre", "is '" + pre + "'; supported are " + String.join(", ", new java.util.TreeSet<>(Patterns.NAMED.keySet())));
    }
    Map<Long, Long> merges = new HashMap<>();
    int rank = 0;
    for (String merge : list("merges", String.class)) {
      int space = merge.indexOf(' ', 1);
      String left = space < 0 ? "" : merge.substring(0, space);
      String right = merge.substring(space + 1);
      int merged = vocabulary.id(left + right);
      if (vocabulary.id(left) >= 0 && vocabulary.id(right) >= 0 && merged >= 0) {
        merges.putIfAbsent(Merges.pair(vocabulary.id(left), vocabulary.id(right)), Merges.merge(rank, merged));
      }
      rank++;
    }
    boolean llama3 = pre.startsWith("llama");
    BytePairs pairs = new BytePairs(vocabulary, Merges.listed(merges), -1, false, false, llama3);
    Splitter splitter = Splitter.sequence(List.of(words, Splitter.rewriting(ByteLetters::encode)));
    return tokenizer(pairs, UnaryOperator.identity(), splitter, Decoding.byteLetters(), "", flag("add_bos_token", llama3));
  }

  private Tokenizer tokenizer(
      BytePairs pairs, UnaryOperator<String> normaliser, Splitter splitter, Decoding decoding, String mark, boolean addFirst) {
    int first = special("bos_token_id", -1);
    int last = special("eos_token_id", -1);
    return new BpeTokenizer(
        new BpeTokenizer.Parts(
            vocabulary,
            pairs,
            new AddedTokens(added()),
            normaliser,
            splitter,
            decoding,
            mark,
            addFirst && first >= 0 ? List.of(first) : List.of(),
            flag("add_eos_token", false) && last >= 0 ? List.of(last) : List.of()));
  }

  private List<Added> added() {
    List<Long> types = list("token_type", Long.class);
    if (types.size() != tokens.size()) {
      throw file.wrong(PREFIX + "token_type", "has " + types.size() + " entries for " + tokens.size() + " tokens");
    }
    List<Added> added = new ArrayList<>();
    for (int id = 0; id < tokens.size(); id++) {
      long type = types.get(id);
      if (type == CONTROL_TYPE || type == UNKNOWN_TYPE || type == USER_DEFINED_TYPE) {
        added.add(new Added(id, tokens.get(id), type != USER_DEFINED_TYPE, false, false, false));
      }
    }
    return added;
  }

  private int special(String key, int fallback) {
    Object value = file.metadata().get(PREFIX + key);
    if (value == null) {
      return fallback;
    }
    if (!(value instanceof Long id) || id < 0 || id >= tokens.size()) {
      throw file.wrong(PREFIX + key, "is " + value + "; expected the id of one of the " + tokens.size() + " tokens");
    }
    return id.intValue();
  }

  private boolean flag(String key, boolean fallback) {
    return file.metadata().getOrDefault(PREFIX + key, fallback) instanceof Boolean flag ? flag : fallback;
  }

  private <T> List<T> list(String key, Class<T> type) {
    if (!(file.metadata().get(PREFIX + key) instanceof List<?> list) || !list.stream().allMatch(type::isInstance)) {
      throw file.wrong(PREFIX + key, "is missing or of the wrong kind");
    }
    return list.stream().map(type::cast).toList();
  }
}
