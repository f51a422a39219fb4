package org.leibniz.checkpoint.internal.tokenizer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into words that are encoded on their own, and may rewrite them. */
@FunctionalInterface
interface Splitter {
  /** @param start whether the text begins the whole input */
  List<String> split(String text, boolean start);

  Splitter NONE = (text, start) -> List.of(text);

  static Splitter sequence(List<Splitter> splitters) {
    return (text, start) -> {
      List<String> words = List.of(text);
      for (Splitter splitter : splitters) {
        List<String> next = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
          next.addAll(splitter.split(words.get(i), start && i == 0));
        }
        words = next;
      }
      return words;
    };
  }

  static Splitter rewriting(UnaryOperator<String> rewrite) {
    return (text, start) -> List.of(rewrite.apply(text));
  }

  /** When a space is put before a text. */
  enum Prepend {
    FIRST,
    ALWAYS,
    NEVER
  }

  /** Spaces become {@code replacement}; the text begins with one where {@code prepend} says so. */
  static Splitter metaspace(String replacement, Prepend prepend, boolean split) {
    return (text, start) -> {
      String replaced = text.replace(" ", replacement);
      boolean wanted = prepend == Prepend.ALWAYS || prepend == Prepend.FIRST && start;
      if (wanted && !replaced.startsWith(replacement)) {
        replaced = replacement + replaced;
      }
      return split ? beforeEach(replaced, replacement) : List.of(replaced);
    };
  }

  private static List<String> beforeEach(String text, String mark) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(mark, 1); at > 0; at = text.indexOf(mark, at + mark.length())) {
      words.add(text.substring(from, at));
      from = at;
    }
    words.add(text.substring(from));
    return words;
  }

  /** What becomes of a match of a pattern. */
  enum Behaviour {
    ISOLATED,
    REMOVED,
    MERGED_WITH_PREVIOUS,
    MERGED_WITH_NEXT
  }

  /** @param inverted matches are the words, and what lies between them the separators */
  static Splitter pattern(Pattern pattern, Behaviour behaviour, boolean inverted) {
    return (text, start) -> {
      List<String> words = new ArrayList<>();
      Matcher matcher = pattern.matcher(new BoundedText(text));
      boolean[] joining = {false};
      int from = 0;
      while (matcher.find()) {
        if (matcher.end() == matcher.start()) {
          continue;
        }
        add(words, text.substring(from, matcher.start()), inverted, behaviour, joining);
        add(words, text.substring(matcher.start(), matcher.end()), !inverted, behaviour, joining);
        from = matcher.end();
      }
      add(words, text.substring(from), inverted, behaviour, joining);
      return words;
    };
  }

  private static void add(List<String> words, String part, boolean separator, Behaviour behaviour, boolean[] joining) {
    if (part.isEmpty() || separator && behaviour == Behaviour.REMOVED) {
      return;
    }
    boolean join = separator ? behaviour == Behaviour.MERGED_WITH_PREVIOUS && !words.isEmpty() : joining[0];
    joining[0] = separator && behaviour == Behaviour.MERGED_WITH_NEXT;
    words.add(join ? words.removeLast() + part : part);
  }
}
