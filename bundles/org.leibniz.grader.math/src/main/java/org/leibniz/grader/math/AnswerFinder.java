package org.leibniz.grader.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leibniz.api.grader.Extraction;

/**
 * Finds the answer in a text, in time linear in its length. In order: the last box (with those beside it), what stands behind
 * the last {@code ####}, behind the last "answer is" or "answer:", a text of one short line, the last formula, the last number.
 */
final class AnswerFinder {
  private static final int MAX_TEXT = 4_000_000;
  private static final int SHORT = 60;
  private static final int LINE = 300;
  private static final int APART = 60;
  private static final int NEAR = 24;
  private static final int MAX_BOXES = 64;
  private static final List<String> MARKS = List.of("final answer is", "answer is", "answer:", "answers are", "final answer");

  private static final String OUTPUT = "```output";
  private static final Pattern FURTHER = Pattern.compile("(?:\\b(?:and|or)|,) +\\\\?\\$?[0-9]");
  private static final Pattern MEASURED = Pattern.compile("(-?[0-9][0-9,]*(?:\\.[0-9]+)?)(g|kgs?|lbs?|km|cm|mm|ml|oz|hrs?|mins?)\\.?");
  private static final Pattern WORD = Pattern.compile("[0-9]|a |[A-Za-z-]{2,}");
  private static final Pattern LEADING =
      Pattern.compile("\\\\?\\$?(-?\\$?[0-9](?:[0-9,]*[0-9])?(?:\\.[0-9]+)?%?)(?= [A-Za-z0-9])");

  private record Span(int start, int end) {}

  private AnswerFinder() {}

  static Extraction find(String whole) {
    String text = whole.length() > MAX_TEXT ? whole.substring(whole.length() - MAX_TEXT) : whole;
    int shift = whole.length() - text.length();
    Extraction found = closing(text).or(() -> boxes(text))
        .or(() -> behind(text, text.lastIndexOf("####"), 4, "hash"))
        .or(() -> marked(text))
        .or(() -> output(text))
        .or(() -> shortLine(text))
        .or(() -> Failures.is(text) ? Optional.empty() : conclusion(text))
        .orElse(Extraction.NONE);
    return shift == 0 || found.start() < 0
        ? found
        : new Extraction(found.answer(), found.start() + shift, found.end() + shift, found.rule());
  }

  /** The last box; a run of boxes with only a few words or signs between them makes a list. */
  private static Optional<Extraction> boxes(String text) {
    List<Span> run = new ArrayList<>();
    int limit = text.length();
    for (int tried = 0; tried < MAX_BOXES; tried++) {
      int box = Math.max(text.lastIndexOf("\\boxed", limit - 1), text.lastIndexOf("\\fbox", limit - 1));
      if (box < 0 || limit <= 0) {
        break;
      }
      Optional<Span> span = box(text, box, limit);
      if (span.isEmpty()) {
        if (!run.isEmpty()) {
          break;
        }
        limit = box;
        continue;
      }
      if (!run.isEmpty() && !joins(text.substring(Math.min(span.get().end() + 1, limit), limit))) {
        break;
      }
      run.addFirst(span.get());
      limit = box;
    }
    if (run.isEmpty()) {
      return Optional.empty();
    }
    List<String> values = run.stream().map(span -> text.substring(span.start(), span.end()).strip()).distinct().toList();
    if (values.size() == 1) {
      Span last = run.getLast();
      return trimmed(text, last.start(), last.end(), "boxed");
    }
    return Optional.of(new Extraction(Optional.of(String.join(", ", values)), run.getFirst().start(), run.getLast().end(), "boxes"));
  }

  private static Optional<Span> box(String text, int box, int limit) {
    int open = text.startsWith("\\boxed", box) ? box + 6 : box + 5;
    while (open < limit && text.charAt(open) == ' ') {
      open++;
    }
    if (open >= text.length() || text.charAt(open) != '{') {
      return Optional.empty();
    }
    int level = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && (text.charAt(i + 1) == '{' || text.charAt(i + 1) == '}')) {
        i++;
        continue;
      }
      level += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (level == 0) {
        return Optional.of(new Span(open + 1, i));
      }
      if (i - open > 20_000) {
        return Optional.empty();
      }
    }
    int line = text.indexOf('\n', open);
    return Optional.of(new Span(open + 1, line < 0 ? text.length() : line)).filter(span -> span.end() - span.start() < 2000);
  }

  private static boolean joins(String between) {
    if (between.length() > NEAR + 40) {
      return false;
    }
    String bare = between.toLowerCase(Locale.ROOT).replaceAll("\\\\(text|quad|qquad|[,;()\\[\\]])|[${}.,;\\s]", " ").strip();
    if (bare.isEmpty()) {
      return true;
    }
    List<String> words = List.of(bare.split(" +"));
    boolean connects = words.contains("and") || words.contains("or") || words.contains("y_2") || bare.contains("=");
    return connects && bare.length() <= NEAR + 6 && words.size() <= 6;
  }

  /** What a last sentence calls the final answer, where no box comes after it. */
  private static Optional<Extraction> closing(String text) {
    int mark = Math.max(text.lastIndexOf("final answer is"), text.lastIndexOf("Final answer is"));
    return mark > 0 && mark > Math.max(text.lastIndexOf("oxed{"), text.lastIndexOf("####")) ? behind(text, mark, 15, "answer-is") : Optional.empty();
  }

  private static Optional<Extraction> marked(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length()) {
      return Optional.empty();
    }
    int best = -1;
    int length = 0;
    for (String mark : MARKS) {
      int at = lower.lastIndexOf(mark);
      if (at >= 0 && at + mark.length() > best + length) {
        best = at;
        length = mark.length();
      }
    }
    int answer = lower.lastIndexOf("answer (");
    if (answer > 0 && lower.substring(answer, Math.min(lower.length(), answer + 2 * APART)).chars().noneMatch(c -> c >= '0' && c <= '9')) {
      // An answer in words beside one in numerals.
      answer = lower.lastIndexOf("answer (", answer - 1);
    }
    int is = answer < 0 ? -1 : lower.indexOf(") is", answer);
    if (is > best + length && is - answer < APART) {
      best = answer;
      length = is + 4 - answer;
    }
    return behind(text, best, length, "answer-is");
  }

  private static Optional<Extraction> behind(String text, int at, int length, String rule) {
    if (at < 0) {
      return Optional.empty();
    }
    int start = skipped(text, at + length);
    int end = text.indexOf('\n', start);
    int stop = sentenceEnd(text, start, end < 0 ? text.length() : end);
    Optional<Extraction> span = trimmed(text, start, stop, rule);
    if (span.isEmpty()) {
      return span;
    }
    String said = text.substring(start, stop);
    if (said.chars().noneMatch(Character::isLetterOrDigit)) {
      return conclusion(text.substring(start, Math.min(text.length(), start + LINE))).map(found -> shifted(found, start, rule));
    }
    Matcher measured = MEASURED.matcher(said.strip());
    if (rule.equals("hash") && measured.matches()) {
      return trimmed(text, start, start + measured.end(1), rule);
    }
    Optional<Extraction> counted = counted(said);
    if (counted.isPresent()) {
      return counted.map(found -> shifted(found, start, rule));
    }
    // A sentence in place of an answer: the formula or number in it is meant.
    if (isList(said) || stop - start <= SHORT && (rule.equals("hash") || !isSentence(said))) {
      return span;
    }
    Optional<Extraction> inner = leading(said).or(() -> conclusion(said));
    return inner.map(found -> shifted(found, start, rule)).or(() -> span);
  }

  private static Extraction shifted(Extraction found, int by, String rule) {
    return new Extraction(found.answer(), found.start() + by, found.end() + by, rule);
  }

  /** The number in "35 miles in 7 days": it stands first, and nothing but words and counts of other things follow. */
  private static Optional<Extraction> counted(String said) {
    Optional<Extraction> first = leading(said);
    if (first.isEmpty()) {
      return first;
    }
    String rest = said.substring(first.get().end()).strip();
    String unit = rest.endsWith(".") ? rest.substring(0, rest.length() - 1) : rest;
    boolean lists = FURTHER.matcher(rest).find();
    boolean computes = rest.chars().anyMatch(c -> "\\=^+*/(<>".indexOf(c) >= 0);
    return lists || computes || Units.of(unit).isPresent() || !WORD.matcher(rest).lookingAt() ? Optional.empty() : first;
  }

  /** The number that a sentence begins with, unless it is computed with. */
  private static Optional<Extraction> leading(String text) {
    Matcher number = LEADING.matcher(text);
    return number.lookingAt() ? trimmed(text, number.start(1), number.end(1), "leading") : Optional.empty();
  }

  /** What the last program printed, as its transcript shows it. */
  private static Optional<Extraction> output(String text) {
    int open = text.lastIndexOf(OUTPUT);
    int close = open < 0 ? -1 : text.indexOf("```", open + OUTPUT.length());
    int end = close < 0 ? text.length() : close;
    if (open < 0 || end - open > LINE || Failures.is(text.substring(open, end))) {
      return Optional.empty();
    }
    return trimmed(text, open + OUTPUT.length(), end, "program-output").filter(found -> found.answer().orElse("").indexOf('\n') < 0);
  }

  /** The place behind white space, colons and emphasis. */
  private static int skipped(String text, int from) {
    int at = from;
    while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || ":*_".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  /** Whether several formulas stand there with nothing but connectives between them. */
  private static boolean isList(String text) {
    if (text.length() > 500 || text.indexOf('$') == text.lastIndexOf('$')) {
      return false;
    }
    String[] parts = text.split("\\$", -1);
    if (parts.length < 5) {
      return false;
    }
    for (int i = 0; i < parts.length; i += 2) {
      String outside = parts[i].replaceAll("[^A-Za-z]", " ").strip();
      if (!outside.isEmpty() && !TermReader.isConnective(outside)) {
        return false;
      }
    }
    return true;
  }

  /** Whether marks of mathematics, other than a dollar's sign, are there. */
  private static boolean hasMarks(String text) {
    if (text.contains("\\(") || text.contains("\\[")) {
      return true;
    }
    int marks = 0;
    for (int i = 0; i < text.length(); i++) {
      marks += text.charAt(i) == '$' && (i == 0 || text.charAt(i - 1) != '\\') ? 1 : 0;
    }
    return marks > 1;
  }

  private static boolean isSentence(String text) {
    return text.contains(" is ") || hasMarks(text) || text.split(" ", 8).length > 5;
  }

  /** The first full stop with a blank behind it, outside of mathematics. */
  private static int sentenceEnd(String text, int start, int end) {
    for (int i = start; i + 1 < end; i++) {
      if (text.charAt(i) == '.' && text.charAt(i + 1) == ' ' && i > start) {
        return i;
      }
    }
    int token = text.indexOf("<|", start);
    return token >= 0 && token < end ? token : end;
  }

  /** The last formula, or the last number where that comes later. */
  static Optional<Extraction> conclusion(String text) {
    Optional<Extraction> formula = formula(text);
    Optional<Extraction> number = lastNumber(text);
    boolean later = formula.isEmpty() || number.isPresent() && number.get().start() > formula.get().end();
    return later ? number.or(() -> formula) : formula;
  }

  /** The answer in a sentence that has a formula, itself for everything else. */
  static String inSentence(String text) {
    int first = text.indexOf('$');
    int round = text.indexOf("\\(");
    int open = first < 0 ? round : round < 0 ? first : Math.min(first, round);
    if (open <= 0 || !hasWord(text.substring(0, Math.min(open, 200)))) {
      return text;
    }
    return formula(text).isEmpty() ? text : conclusion(text).flatMap(Extraction::answer).orElse(text);
  }

  private static boolean hasWord(String text) {
    for (int i = 1; i < text.length(); i++) {
      if (Cursor.isLetter(text.charAt(i)) && Cursor.isLetter(text.charAt(i - 1)) && (i < 2 || text.charAt(i - 2) != '\\')) {
        return text.indexOf('\\') < 0;
      }
    }
    return false;
  }

  private static Optional<Extraction> shortLine(String text) {
    String line = text.strip();
    boolean bare = line.length() <= SHORT ? !isSentence(line) : line.length() <= LINE && !hasMarks(line) && !Prose.is(line);
    return line.isEmpty() || line.indexOf('\n') >= 0 || !bare
        ? Optional.empty()
        : trimmed(text, 0, text.length(), "whole");
  }

  /** The inside of the last pair of mathematics marks. */
  private static Optional<Extraction> formula(String text) {
    int round = text.lastIndexOf("\\)");
    int square = text.lastIndexOf("\\]");
    int dollar = text.lastIndexOf('$');
    if (dollar > Math.max(round, square)) {
      int end = dollar > 0 && text.charAt(dollar - 1) == '$' ? dollar - 1 : dollar;
      int open = text.lastIndexOf('$', end - 1);
      boolean escaped = open > 0 && text.charAt(open - 1) == '\\';
      return open < 0 || escaped || end <= 0 || !isFormula(text, open + 1, end) ? Optional.empty() : trimmed(text, open + 1, end, "formula");
    }
    int close = Math.max(round, square);
    int open = close < 0 ? -1 : text.lastIndexOf(close == round ? "\\(" : "\\[", close);
    return open < 0 ? Optional.empty() : trimmed(text, open + 2, close, "formula");
  }

  /** Whether what stands between two dollars is a formula and not the words between two amounts. */
  private static boolean isFormula(String text, int start, int end) {
    if (end - start > 4000 || start >= end) {
      return false;
    }
    String inside = text.substring(start, end);
    boolean says = inside.chars().anyMatch(Character::isLetterOrDigit);
    String bare = inside.strip();
    return says && !Prose.is(inside) && !bare.endsWith("+") && !bare.endsWith("=") && !bare.endsWith("-");
  }

  private static Optional<Extraction> lastNumber(String text) {
    int end = text.length();
    while (end > 0 && !Cursor.isDigit(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && (Cursor.isDigit(text.charAt(start - 1)) || ".,/".indexOf(text.charAt(start - 1)) >= 0)) {
      start--;
    }
    while (start < end && !Cursor.isDigit(text.charAt(start)) && text.charAt(start) != '.') {
      start++;
    }
    if (start == end) {
      return Optional.empty();
    }
    if (start > 0 && text.charAt(start - 1) == '-' && (start == 1 || " (=$".indexOf(text.charAt(start - 2)) >= 0)) {
      start--;
    }
    int behind = end < text.length() && text.charAt(end) == '%' ? end + 1 : end;
    return trimmed(text, start, behind, "last-number");
  }

  private static Optional<Extraction> trimmed(String text, int from, int to, String rule) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return start >= end ? Optional.empty() : Optional.of(new Extraction(Optional.of(text.substring(start, end)), start, end, rule));
  }
}
