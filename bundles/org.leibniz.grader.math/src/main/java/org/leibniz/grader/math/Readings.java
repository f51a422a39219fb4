package org.leibniz.grader.math;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.leibniz.grader.math.NumeralReader.Comma;

/** The ways to read an answer, the likeliest first: a comma or a blank between digits means one of several things. */
record Readings(List<Expression> all, boolean scanned) {
  private static final int MAX_LENGTH = 2500;
  private static final Pattern BLANKS = Pattern.compile("-?[0-9.]+( +-?[0-9.]+)+");
  private static final Pattern BLANK_GROUPS = Pattern.compile("(-?[0-9]{1,3})( [0-9]{3})+(\\.[0-9]+)?");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("-?[0-9]+,[0-9]+");
  private static final Pattern SHORT_GROUP = Pattern.compile("[0-9],[0-9]{1,2}(?![0-9])");
  private static final int MAX_SCANNED = 40;

  static Readings of(String cleaned) {
    if (cleaned.length() > MAX_LENGTH) {
      throw new OverBudget("more than " + MAX_LENGTH + " characters");
    }
    List<Expression> all = new ArrayList<>(2);
    if (BLANKS.matcher(cleaned).matches()) {
      if (BLANK_GROUPS.matcher(cleaned).matches()) {
        add(all, cleaned.replace(" ", ""), Comma.THOUSANDS);
      }
      add(all, cleaned.replaceAll(" +", ", "), Comma.SEPARATOR);
      return new Readings(all, false);
    }
    if (cleaned.isEmpty()) {
      return new Readings(List.of(), false);
    }
    if (cleaned.startsWith("Matrix(") && cleaned.endsWith(")")) {
      add(all, cleaned.substring(7, cleaned.length() - 1), Comma.SEPARATOR);
      return new Readings(all, false);
    }
    if ((cleaned.startsWith("Fraction(") || cleaned.startsWith("Rational(")) && cleaned.endsWith(")")) {
      add(all, cleaned.substring(9, cleaned.length() - 1).replace(",", "/"), Comma.SEPARATOR);
      return new Readings(all, false);
    }
    if (Wording.isKnown(cleaned)) {
      return new Readings(List.of(Wording.value(Wording.words(cleaned))), false);
    }
    if (Prose.is(cleaned)) {
      return scanned(cleaned);
    }
    boolean pair = (cleaned.charAt(0) == '(' || cleaned.charAt(0) == '[' || cleaned.startsWith("\\{")) && cleaned.indexOf(',') == cleaned.lastIndexOf(',');
    add(all, cleaned, pair ? Comma.SEPARATOR : Comma.THOUSANDS);
    int comma = cleaned.indexOf(',');
    if (comma > 0 && comma + 1 < cleaned.length() && Cursor.isDigit(cleaned.charAt(comma + 1))) {
      if (DECIMAL_COMMA.matcher(cleaned).matches()) {
        add(all, cleaned, Comma.DECIMAL);
      }
      if (!all.isEmpty() && cleaned.indexOf(',', comma + 1) > 0 || cleaned.charAt(0) == '(' || cleaned.charAt(0) == '[') {
        add(all, cleaned, Comma.SEPARATOR);
      }
    }
    if (all.isEmpty()) {
      return scanned(cleaned);
    }
    return new Readings(all, false);
  }

  private static Readings scanned(String cleaned) {
    List<Expression> all = new ArrayList<>(2);
    for (Comma comma : SHORT_GROUP.matcher(cleaned).find() ? List.of(Comma.THOUSANDS, Comma.DECIMAL) : List.of(Comma.THOUSANDS)) {
      Expression scanned = scan(cleaned, comma);
      if (scanned != null) {
        all.add(scanned);
      }
    }
    return new Readings(all, true);
  }

  private static void add(List<Expression> all, String cleaned, Comma comma) {
    try {
      Expression read = AnswerReader.read(cleaned, comma);
      if (!all.contains(read)) {
        all.add(read);
      }
    } catch (Unreadable e) {
      return;
    }
  }

  /** The numbers in a text that is no mathematics as a whole; null where there are none or it reports an error. */
  private static Expression scan(String text, Comma comma) {
    if (Failures.is(text)) {
      return null;
    }
    List<Expression> found = new ArrayList<>();
    int behind = 0;
    int at = 0;
    int[] end = new int[1];
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Cursor.isLetter(c) || c == '_' || c == '^') {
        at = Prose.behindLetters(text, at);
        continue;
      }
      boolean number = Cursor.isDigit(c) || c == '.' && at + 1 < text.length() && Cursor.isDigit(text.charAt(at + 1))
          || text.startsWith("\\frac", at) || text.startsWith("\\sqrt", at)
          || c == '-' && at + 1 < text.length() && Cursor.isDigit(text.charAt(at + 1)) && (at == 0 || " {(,".indexOf(text.charAt(at - 1)) >= 0);
      if (!number) {
        at++;
        continue;
      }
      try {
        Expression value = AnswerReader.valueAt(text, at, comma, end);
        boolean share = value instanceof Expression.Quantity(Expression inner, String unit) && unit.equals("%");
        if (share && !found.isEmpty()) {
          // A percentage in a sentence describes what is counted.
          at = Math.max(end[0], at + 1);
          continue;
        }
        if (!found.isEmpty() && concludes(text, behind, at)) {
          found.clear();
        }
        found.add(value);
        at = Math.max(end[0], at + 1);
        behind = at;
      } catch (Unreadable e) {
        at++;
      }
      if (found.size() > MAX_SCANNED) {
        throw new OverBudget("more than " + MAX_SCANNED + " numbers");
      }
    }
    return found.isEmpty() ? null : found.size() == 1 ? found.getFirst() : new Expression.Sequence(found);
  }

  /** Whether the words between two numbers say that the second is the result. */
  private static boolean concludes(String text, int from, int to) {
    String between = text.substring(from, Math.min(to, text.length()));
    return between.contains(" is ") || between.contains("it's") || between.contains("=") || between.contains("equals");
  }
}
