package org.leibniz.checkpoint.internal.tokenizer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Tokens that are found in a text before anything else; the control tokens among them only where control tokens are meant. */
final class AddedTokens {
  /**
   * One of them.
   *
   * @param control whether it steers the model rather than being text
   * @param leftStrip whether it swallows white space before it
   * @param rightStrip whether it swallows white space after it
   * @param singleWord whether it counts only between characters that are no letters or digits
   */
  record Added(int id, String content, boolean control, boolean leftStrip, boolean rightStrip, boolean singleWord) {}

  /** A stretch of a text: an added token, or what lies between. */
  record Stretch(String text, Added token) {}

  private final List<Added> all;
  private final Map<Character, List<Added>> byFirst = new HashMap<>();

  AddedTokens(List<Added> all) {
    this.all = List.copyOf(all);
    for (Added token : all) {
      if (!token.content.isEmpty()) {
        byFirst.computeIfAbsent(token.content.charAt(0), first -> new ArrayList<>()).add(token);
      }
    }
    byFirst.values().forEach(list -> list.sort(Comparator.comparingInt(token -> -token.content.length())));
  }

  List<Added> all() {
    return all;
  }

  /** The text cut at those tokens that {@code wanted} accepts, the longest first where several begin at one place. */
  List<Stretch> cut(String text, Predicate<Added> wanted) {
    List<Stretch> stretches = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      Added token = at(text, at, wanted);
      if (token == null) {
        continue;
      }
      int before = at;
      while (token.leftStrip && before > from && Character.isWhitespace(text.charAt(before - 1))) {
        before--;
      }
      if (before > from) {
        stretches.add(new Stretch(text.substring(from, before), null));
      }
      stretches.add(new Stretch(token.content, token));
      from = at + token.content.length();
      while (token.rightStrip && from < text.length() && Character.isWhitespace(text.charAt(from))) {
        from++;
      }
      at = from - 1;
    }
    if (from < text.length()) {
      stretches.add(new Stretch(text.substring(from), null));
    }
    return stretches;
  }

  private Added at(String text, int at, Predicate<Added> wanted) {
    for (Added token : byFirst.getOrDefault(text.charAt(at), List.of())) {
      if (text.startsWith(token.content, at) && wanted.test(token) && (!token.singleWord || alone(text, at, token))) {
        return token;
      }
    }
    return null;
  }

  private static boolean alone(String text, int at, Added token) {
    int end = at + token.content.length();
    return (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
  }
}
