package org.leibniz.grader.published.wizardmath;

import java.util.Optional;
import java.util.regex.Pattern;
import org.leibniz.grader.published.hendrycks.Fractions;
import org.leibniz.grader.published.number.PythonFloat;

/** WizardMath's {@code strip_string}, which raises an exception on some texts. */
final class WizardText {
  private static final String UNIT = "\\text{ ";
  private static final Pattern FRACTION = Pattern.compile("\\frac", Pattern.LITERAL);

  private WizardText() {}

  /**
   * The normal form; empty where the original raises: two {@code \text{ }, a root or fraction of nothing, and one slash with
   * anything but whole numbers around it ({@code x/2}).
   */
  static Optional<String> normalise(String text) {
    String s = text.replace("\n", "").replace("\\!", "").replace("\\\\", "\\");
    s = s.replace("tfrac", "frac").replace("dfrac", "frac").replace("\\left", "").replace("\\right", "");
    s = s.replace("^{\\circ}", "").replace("^\\circ", "").replace("\\$", "");
    int unit = s.indexOf(UNIT);
    if (unit >= 0) {
      if (s.indexOf(UNIT, unit + UNIT.length()) >= 0) {
        return Optional.empty();
      }
      s = s.substring(0, unit);
    }
    s = s.replace("\\%", "").replace(" .", " 0.").replace("{.", "{0.");
    if (s.isEmpty()) {
      return Optional.of(s);
    }
    s = s.charAt(0) == '.' ? "0" + s : s;
    int equals = s.indexOf('=');
    if (equals >= 0 && equals <= 2 && s.indexOf('=', equals + 1) < 0) {
      s = s.substring(equals + 1);
    }
    if (s.endsWith("\\sqrt") || s.contains("\\sqrt\\sqrt")) {
      return Optional.empty();
    }
    s = Fractions.braceRoots(s).replace(" ", "");
    if (hasEmptyFraction(s)) {
      return Optional.empty();
    }
    s = Fractions.braceFractions(s);
    return slash(s.equals("0.5") ? "\\frac{1}{2}" : s);
  }

  /** A fraction of nothing before one that is too short, at which the original stops. */
  private static boolean hasEmptyFraction(String text) {
    String[] pieces = FRACTION.split(text, -1);
    for (int i = 1; i < pieces.length; i++) {
      if (pieces[i].isEmpty()) {
        return true;
      }
      if (pieces[i].charAt(0) != '{' && pieces[i].length() < 2) {
        return false;
      }
    }
    return false;
  }

  private static Optional<String> slash(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || text.indexOf('/', slash + 1) >= 0) {
      return Optional.of(text);
    }
    boolean whole = PythonFloat.isInt(text.substring(0, slash)) && PythonFloat.isInt(text.substring(slash + 1));
    return whole ? Optional.of(Fractions.ofSlash(text)) : Optional.empty();
  }
}
