package org.leibniz.grader.published.latex;

import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a LaTeX text as latex2sympy2 1.9.0 does. The grammar has no end-of-text marker, so what follows the longest readable
 * beginning is ignored ({@code 5)x} is 5), unless that beginning is not complete ({@code x(2} is refused) or the text behind
 * it starts with something that is no token ({@code 5%} is refused).
 */
public final class Latex {
  /** Longer texts than this are refused; the original's recursion ends far below it. */
  private static final int MAX_LENGTH = 20_000;

  private static final Pattern PERMUTATION =
      Pattern.compile("\\(([a-zA-Z0-9+\\-*/\\\\ ]+)\\)_\\{([a-zA-Z0-9+\\-*/\\\\ ]+)}");
  private static final EnumSet<Kind> LIST_STARTS =
      EnumSet.of(Kind.L_BRACKET, Kind.L_BRACE, Kind.L_BRACE_VISUAL, Kind.LEFT, Kind.M_LEFT);

  private Latex() {}

  /**
   * The expression a text stands for.
   *
   * @throws Rejected where the original raises an exception, or where a budget is used up
   */
  public static Term parse(String text, Scope scope) {
    if (text.length() > MAX_LENGTH) {
      throw Rejected.budget("more than " + MAX_LENGTH + " characters");
    }
    List<Token> tokens = Lexer.tokens(prepare(text));
    Attempt best = attempt(tokens, false);
    if (LIST_STARTS.contains(tokens.getFirst().kind()) && !best.atEnd()) {
      Attempt list = attempt(tokens, true);
      if (list.reached() > best.reached()) {
        best = list;
      }
    }
    if (best.failure() != null) {
      throw best.failure();
    }
    return best.reading().build(scope);
  }

  private record Attempt(int reached, Reading reading, Rejected failure, boolean atEnd) {}

  /** Reads with every combination of choices until one reaches the end; else the one that gets farthest, if it is complete. */
  private static Attempt attempt(List<Token> tokens, boolean bracketedList) {
    Choices choices = new Choices();
    Attempt best = null;
    do {
      Cursor cursor = new Cursor(tokens, choices);
      Attempt attempt;
      try {
        Parser parser = new Parser(cursor);
        Reading reading = bracketedList ? parser.bracketedList() : parser.relationOrList();
        boolean end = cursor.is(Kind.END);
        attempt = new Attempt(cursor.at(), reading, null, end);
      } catch (Rejected failure) {
        if (failure.isBudget()) {
          throw failure;
        }
        attempt = new Attempt(cursor.at(), null, failure, false);
      }
      boolean better =
          best == null
              || attempt.reached() > best.reached()
              || attempt.reached() == best.reached() && best.failure() != null && attempt.failure() == null;
      best = better ? attempt : best;
    } while (!best.atEnd() && choices.next());
    return best;
  }

  private static String prepare(String text) {
    String s = text.replace("\\dfrac", "\\frac").replace("\\tfrac", "\\frac");
    s = s.replace("\\mathrm{T}", "T").replace("\\mathrm{d}", "d").replace("{\\rm d}", "d");
    s = s.replace("\\left[\\begin{matrix}", "\\begin{bmatrix}").replace("\\end{matrix}\\right]", "\\end{bmatrix}");
    if (s.contains(")_{")) {
      s = PERMUTATION.matcher(s).replaceAll("\\\\frac{($1)!}{(($1)-($2))!}");
    }
    s = s.replace("\\displaystyle", " ").replace("\\quad", " ").replace("\\qquad", " ");
    return s.replace('~', ' ').replace("\\,", " ").replace('$', ' ');
  }
}
