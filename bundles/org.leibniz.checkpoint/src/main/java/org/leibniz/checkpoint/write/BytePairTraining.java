package org.leibniz.checkpoint.write;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Trains a byte-pair tokenizer (Sennrich et al. 2016, arXiv 1508.07909) and writes it as tokenizer.json: digits are single
 * tokens, characters outside the alphabet become tokens for their bytes, spaces are kept. The same texts give the same
 * tokenizer, whatever their order. Used by one thread.
 */
public final class BytePairTraining {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int BYTES = 256;
  /** Below this, a character other than ASCII is written by its bytes. */
  private static final long COMMON = 20;
  /** Longer ones are rulers and data, which teach nothing and would take the time. */
  private static final int LONGEST_WORD = 64;

  private final int vocabulary;
  private final List<String> controls;
  private final Map<String, Long> words = new TreeMap<>();

  /**
   * @param vocabulary tokens in all, control tokens and bytes included; fewer come out where the texts have not as many pairs
   * @param controls names of control tokens, which get the first ids
   */
  public BytePairTraining(int vocabulary, List<String> controls) {
    int least = controls.size() + BYTES + printable().size();
    if (vocabulary < least) {
      throw new IllegalArgumentException("a vocabulary of " + vocabulary + " tokens; expected " + least + " or more");
    }
    this.vocabulary = vocabulary;
    this.controls = List.copyOf(controls);
  }

  /** Learns from a text, in which nothing is a control token. */
  public void add(String text) {
    for (String word : WordPattern.words(text)) {
      if (word.length() <= LONGEST_WORD) {
        words.merge(word, 1L, Long::sum);
      }
    }
  }

  /** Writes the tokenizer; gives its number of tokens. */
  public int write(Path file) throws IOException {
    Set<String> tokens = new LinkedHashSet<>(controls);
    for (int value = 0; value < BYTES; value++) {
      tokens.add(String.format(Locale.ROOT, "<0x%02X>", value));
    }
    List<String> alphabet = alphabet();
    tokens.addAll(alphabet);
    PairMerging merging = new PairMerging(words, alphabet);
    List<PairMerging.Merge> merges = new ArrayList<>();
    while (tokens.size() < vocabulary) {
      PairMerging.Merge merge = merging.next();
      if (merge == null) {
        break;
      }
      merges.add(merge);
      tokens.add(merge.left() + merge.right());
    }
    MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), document(List.copyOf(tokens), merges));
    return tokens.size();
  }

  /** ASCII first, then what is common, the most frequent first. */
  private List<String> alphabet() {
    Map<String, Long> counts = new HashMap<>();
    words.forEach((word, count) -> word.codePoints().forEach(point -> counts.merge(Character.toString(point), count, Long::sum)));
    List<String> alphabet = new ArrayList<>(printable());
    counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= COMMON && !alphabet.contains(entry.getKey()))
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
        .limit(Math.max(0, vocabulary - controls.size() - BYTES - alphabet.size()))
        .map(Map.Entry::getKey)
        .sorted(Comparator.naturalOrder())
        .forEach(alphabet::add);
    return alphabet;
  }

  private static List<String> printable() {
    List<String> printable = new ArrayList<>(List.of("\n", WordPattern.SPACE));
    for (char letter = '!'; letter <= '~'; letter++) {
      printable.add(String.valueOf(letter));
    }
    return printable;
  }

  private ObjectNode document(List<String> tokens, List<PairMerging.Merge> merges) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("version", "1.0");
    root.putNull("truncation");
    root.putNull("padding");
    for (int id = 0; id < controls.size(); id++) {
      root.withArray("added_tokens").add(ControlTokens.entry(controls.get(id), id));
    }
    root.set("normalizer", replace(" ", WordPattern.SPACE));
    ObjectNode split = root.putObject("pre_tokenizer");
    split.put("type", "Split");
    split.putObject("pattern").put("Regex", WordPattern.REGEX);
    split.put("behavior", "Isolated");
    split.put("invert", false);
    root.putNull("post_processor");
    ObjectNode decoder = root.putObject("decoder");
    decoder.put("type", "Sequence");
    decoder.putArray("decoders").add(replace(WordPattern.SPACE, " ")).add(typed("ByteFallback")).add(typed("Fuse"));
    ObjectNode model = root.putObject("model");
    model.put("type", "BPE");
    model.putNull("dropout");
    model.putNull("unk_token");
    model.putNull("continuing_subword_prefix");
    model.putNull("end_of_word_suffix");
    model.put("fuse_unk", false);
    model.put("byte_fallback", true);
    model.put("ignore_merges", false);
    ObjectNode ids = model.putObject("vocab");
    for (int id = 0; id < tokens.size(); id++) {
      ids.put(tokens.get(id), id);
    }
    model.putArray("merges");
    merges.forEach(merge -> model.withArray("merges").add(merge.left() + " " + merge.right()));
    return root;
  }

  private static ObjectNode replace(String text, String by) {
    ObjectNode step = typed("Replace");
    step.putObject("pattern").put("String", text);
    return step.put("content", by);
  }

  private static ObjectNode typed(String type) {
    return MAPPER.createObjectNode().put("type", type);
  }
}
