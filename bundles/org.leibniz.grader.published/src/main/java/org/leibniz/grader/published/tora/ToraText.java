package org.leibniz.grader.published.tora;

import java.util.regex.Pattern;
import org.leibniz.grader.published.hendrycks.Fractions;
import org.leibniz.grader.published.number.PythonFloat;

/** ToRA's {@code strip_string}. Linear in the text. */
public final class ToraText {
  private static final Pattern ROOT = Pattern.compile("\\\\sqrt(\\w+)", Pattern.UNICODE_CHARACTER_CLASS);

  private ToraText() {}

  public static String normalise(String text) {
    String s = withoutFinalDots(text.strip().replace("\n", "")).replace("\\!", "").replace("\\ ", "");
    s = s.replace("\\\\", "\\").replace("\\\\", "\\").replace("tfrac", "frac").replace("dfrac", "frac");
    s = withoutFinalText(s.replace("\\left", "").replace("\\right", ""));
    s = s.replace("^{\\circ}", "").replace("^\\circ", "").replace("\\$", "").replace("$", "").replace("\\text", "");
    s = s.replace("x\\in", "").replace("\\%", "").replace("%", "").replace(" .", " 0.").replace("{.", "{0.");
    s = s.replace("\\cdot", "").replace("infinity", "\\infty");
    if (!s.contains("\\infty")) {
      s = s.replace("inf", "\\infty");
    }
    s = withoutBoxes(s.replace("+\\inity", "\\infty").replace("and", "").replace("\\mathbf", ""));
    if (s.indexOf('j') >= 0 && s.indexOf('i') < 0) {
      s = s.replace('j', 'i');
    }
    s = withoutZeroDecimals(s);
    if (s.isEmpty()) {
      return s;
    }
    s = s.charAt(0) == '.' ? "0" + s : s;
    int equals = s.indexOf('=');
    if (equals >= 0 && equals <= 2 && s.indexOf('=', equals + 1) < 0) {
      s = s.substring(equals + 1);
    }
    s = ROOT.matcher(s).replaceAll("\\\\sqrt{$1}").replace(" ", "");
    return slash(Fractions.braceFractions(s));
  }

  private static String withoutFinalDots(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '.') {
      end--;
    }
    return text.substring(0, end);
  }

  /** Drops everything from the first {@code \text{} that closes at the end, unless that leaves nothing. */
  private static String withoutFinalText(String text) {
    int at = text.endsWith("}") ? text.indexOf("\\text{") : -1;
    String rest = (at < 0 ? text : text.substring(0, at)).strip();
    return rest.isEmpty() ? text : rest;
  }

  private static String withoutBoxes(String text) {
    StringBuilder kept = new StringBuilder();
    int at = 0;
    for (int next = text.indexOf("\\mbox{"); next >= 0; next = text.indexOf("\\mbox{", at)) {
      int close = text.indexOf('}', next);
      if (close < 0) {
        break;
      }
      kept.append(text, at, next);
      at = close + 1;
    }
    return kept.append(text, at, text.length()).toString();
  }

  /** {@code 5.00} is {@code 5}, before a character that is no digit or at the end. */
  private static String withoutZeroDecimals(String text) {
    if (!text.contains(".0")) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int at = 0;
    for (int next = text.indexOf(".0"); next >= 0; next = text.indexOf(".0", at)) {
      int end = next + 1;
      while (end < text.length() && text.charAt(end) == '0') {
        end++;
      }
      boolean zeros =
          next > 0
              && PythonFloat.isDigit(text.charAt(next - 1))
              && (end == text.length() || !PythonFloat.isDigit(text.charAt(end)));
      kept.append(text, at, zeros ? next : end);
      at = end;
    }
    return kept.append(text, at, text.length()).toString();
  }

  /** {@code a/b} of whole numbers or of anything with a root becomes {@code \frac{a}{b}}. */
  private static String slash(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || text.indexOf('/', slash + 1) >= 0) {
      return text;
    }
    String a = text.substring(0, slash);
    String b = text.substring(slash + 1);
    boolean fraction = (a.contains("sqrt") || isWhole(a)) && (b.contains("sqrt") || isWhole(b));
    return fraction ? "\\frac{" + a + "}{" + b + "}" : text;
  }

  private static boolean isWhole(String text) {
    return PythonFloat.isInt(text) && text.matches("0|-?[1-9][0-9]*");
  }
}
