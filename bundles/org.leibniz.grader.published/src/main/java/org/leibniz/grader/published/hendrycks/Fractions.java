package org.leibniz.grader.published.hendrycks;

import java.util.regex.Pattern;

/** Braces for the arguments of roots and fractions written without them; each step works on characters, not on LaTeX. */
public final class Fractions {
  /** What an argument that is missing at the end of a piece does. */
  public enum Missing {
    /** The text stays as it is. */
    KEEP,
    /** The step fails with an {@link IncompleteException}. */
    FAIL
  }

  /** A root or a fraction without an argument. */
  public static final class IncompleteException extends Exception {
    private static final long serialVersionUID = 1L;

    IncompleteException(String message) {
      super(message, null, false, false);
    }
  }

  private static final String ROOT = "\\sqrt";
  private static final String FRACTION = "\\frac";
  private static final Pattern AT_ROOT = Pattern.compile(ROOT, Pattern.LITERAL);
  private static final Pattern AT_FRACTION = Pattern.compile(FRACTION, Pattern.LITERAL);

  private Fractions() {}

  /** {@code \sqrt2} becomes {@code \sqrt{2}}; a root without an argument stays. */
  public static String braceRoots(String text) {
    try {
      return braceRoots(text, Missing.KEEP);
    } catch (IncompleteException e) {
      throw new AssertionError(e);
    }
  }

  /** {@code \frac12} becomes {@code \frac{1}{2}}; the whole text stays where an argument is missing. */
  public static String braceFractions(String text) {
    try {
      return braceFractions(text, Missing.KEEP);
    } catch (IncompleteException e) {
      throw new AssertionError(e);
    }
  }

  static String braceRoots(String text, Missing missing) throws IncompleteException {
    String[] pieces = AT_ROOT.split(text, -1);
    StringBuilder braced = new StringBuilder(pieces[0]);
    for (int i = 1; i < pieces.length; i++) {
      String piece = pieces[i];
      if (piece.isEmpty() && missing == Missing.FAIL) {
        throw new IncompleteException("a root of nothing");
      }
      braced.append(ROOT);
      if (piece.isEmpty() || piece.charAt(0) == '{') {
        braced.append(piece);
      } else {
        int end = Character.charCount(piece.codePointAt(0));
        braced.append('{').append(piece, 0, end).append('}').append(piece, end, piece.length());
      }
    }
    return braced.toString();
  }

  static String braceFractions(String text, Missing missing) throws IncompleteException {
    String[] pieces = AT_FRACTION.split(text, -1);
    StringBuilder braced = new StringBuilder(pieces[0]);
    for (int i = 1; i < pieces.length; i++) {
      String piece = pieces[i];
      if (piece.isEmpty() && missing == Missing.FAIL) {
        throw new IncompleteException("a fraction of nothing");
      }
      braced.append(FRACTION);
      if (!piece.isEmpty() && piece.charAt(0) == '{') {
        braced.append(piece);
        continue;
      }
      if (piece.codePointCount(0, piece.length()) < 2) {
        return text;
      }
      int middle = Character.charCount(piece.codePointAt(0));
      int end = middle + Character.charCount(piece.codePointAt(middle));
      braced.append('{').append(piece, 0, middle).append('}');
      if (piece.charAt(middle) == '{') {
        braced.append(piece, middle, piece.length());
      } else {
        braced.append('{').append(piece, middle, end).append('}').append(piece, end, piece.length());
      }
    }
    return braced.toString();
  }

  /** {@code a/b} of two whole numbers, and nothing else, becomes {@code \frac{a}{b}}. */
  public static String ofSlash(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !isWhole(text.substring(0, slash)) || !isWhole(text.substring(slash + 1))) {
      return text;
    }
    return FRACTION + "{" + text.substring(0, slash) + "}{" + text.substring(slash + 1) + "}";
  }

  /** Whether a text is a whole number as a program would write it: no sign but a minus, no leading zeros. */
  private static boolean isWhole(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    if (text.length() == start || text.length() > 4300 || text.charAt(start) == '0' && text.length() > 1) {
      return false;
    }
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
