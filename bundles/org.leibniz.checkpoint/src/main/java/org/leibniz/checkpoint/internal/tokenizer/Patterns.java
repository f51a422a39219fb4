package org.leibniz.checkpoint.internal.tokenizer;

import java.util.Map;
import java.util.regex.Pattern;

/** Patterns that cut texts into words, as the named tokenizers define them. */
final class Patterns {
  private static final String CONTRACTIONS = "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|";
  private static final String REST = "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

  static final Pattern GPT2 =
      of("'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+");

  private static final Pattern LLAMA3 = of(CONTRACTIONS + "\\p{N}{1,3}" + REST);
  private static final Pattern QWEN2 = of(CONTRACTIONS + "\\p{N}" + REST);

  /** By the value of tokenizer.ggml.pre in GGUF files; each digit a word of its own before GPT-2's pattern for SmolLM. */
  static final Map<String, Splitter> NAMED =
      Map.of(
          "llama-bpe", isolated(LLAMA3),
          "llama3", isolated(LLAMA3),
          "llama-v3", isolated(LLAMA3),
          "qwen2", isolated(QWEN2),
          "gpt-2", isolated(GPT2),
          "default", isolated(GPT2),
          "smollm", Splitter.sequence(java.util.List.of(isolated(of("\\p{N}")), isolated(GPT2))));

  private Patterns() {}

  /** Classes such as {@code \s} and case are those of Unicode, as in the engine these patterns were written for. */
  static Pattern of(String pattern) {
    return Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS);
  }

  private static Splitter isolated(Pattern pattern) {
    return Splitter.pattern(pattern, Splitter.Behaviour.ISOLATED, false);
  }
}
