package org.leibniz.dataset.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.leibniz.api.dataset.Choice;

/** The choices of a problem, from the ways publishers write them. */
public final class Options {
  /** A choice's letter in a list or a running text: before it, after it. */
  private static final List<List<String>> STYLES =
      List.of(List.of("(", ")"), List.of("", ")"), List.of("", " )"), List.of("", "."));

  private Options() {}

  /** A list of texts, labelled A, B, … in order; the letters {@code (A)}, {@code A)}, {@code A.} are cut where all carry theirs. */
  public static List<Choice> of(List<String> texts) {
    List<String> plain = STYLES.stream().map(style -> unlettered(texts, style)).flatMap(Optional::stream).findFirst().orElse(texts);
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < plain.size(); i++) {
      choices.add(new Choice(label(i), plain.get(i)));
    }
    return choices;
  }

  private static Optional<List<String>> unlettered(List<String> texts, List<String> style) {
    List<String> plain = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i).strip();
      String mark = style.getFirst() + label(i) + style.getLast();
      if (!text.regionMatches(true, 0, mark, 0, mark.length())) {
        return Optional.empty();
      }
      plain.add(text.substring(mark.length()).strip());
    }
    return Optional.of(plain);
  }

  /**
   * A running text, {@code (A) 2 (B) 4 …}: it begins with A's letter, and each further letter, in the same style and case,
   * stands after a blank. Empty where fewer than two are found.
   */
  public static List<Choice> inline(String text) {
    String trimmed = text.strip();
    for (List<String> style : STYLES) {
      String first = style.getFirst() + "A" + style.getLast();
      if (trimmed.regionMatches(true, 0, first, 0, first.length())) {
        boolean lower = trimmed.charAt(style.getFirst().length()) == 'a';
        List<Choice> choices = split(trimmed, style, lower);
        return choices.size() < 2 ? List.of() : choices;
      }
    }
    return List.of();
  }

  private static List<Choice> split(String text, List<String> style, boolean lower) {
    List<Choice> choices = new ArrayList<>();
    int start = 0;
    for (int i = 0; start >= 0 && i < 26; i++) {
      int from = start + mark(i, style, lower).length();
      int end = afterBlank(text, mark(i + 1, style, lower), from);
      choices.add(new Choice(label(i), text.substring(from, end < 0 ? text.length() : end).strip()));
      start = end;
    }
    return choices;
  }

  private static int afterBlank(String text, String mark, int from) {
    int at = text.indexOf(mark, from);
    while (at > 0 && !Character.isWhitespace(text.charAt(at - 1))) {
      at = text.indexOf(mark, at + 1);
    }
    return at;
  }

  private static String mark(int index, List<String> style, boolean lower) {
    return style.getFirst() + (lower ? label(index).toLowerCase(Locale.ROOT) : label(index)) + style.getLast();
  }

  /** The letter of the choice at a 0-based position; behind Z its number. */
  public static String label(int index) {
    return index < 26 ? String.valueOf((char) ('A' + index)) : String.valueOf(index + 1);
  }

  /** The label that a row's {@code path} names, in upper case; {@code BAD_INPUT} where no choice has it. */
  public static String answer(Row row, String path, List<Choice> choices) {
    String given = row.text(path).strip().toUpperCase(Locale.ROOT);
    if (choices.stream().noneMatch(choice -> choice.label().equals(given))) {
      throw row.wrong(path, "expected the letter of a choice, " + labels(choices) + ", found " + Row.shown(given));
    }
    return given;
  }

  private static String labels(List<Choice> choices) {
    return choices.isEmpty() ? "of which there is none" : choices.getFirst().label() + " to " + choices.getLast().label();
  }
}
