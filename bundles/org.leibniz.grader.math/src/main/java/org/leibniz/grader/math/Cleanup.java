package org.leibniz.grader.math;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Brings the many spellings of LaTeX, plain text and Unicode to one, in one pass over the text. */
final class Cleanup {
  private static final Set<String> DROPPED =
      Set.of("left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "displaystyle", "limits",
          "boxed", "fbox", "textstyle", "ensuremath", "rm", "bf", "it", "hline", "mathstrut", "phantom");
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("dfrac", "\\frac"), Map.entry("tfrac", "\\frac"), Map.entry("cfrac", "\\frac"),
          Map.entry("dbinom", "\\binom"), Map.entry("tbinom", "\\binom"),
          Map.entry("leq", "\\le "), Map.entry("leqslant", "\\le "), Map.entry("geq", "\\ge "),
          Map.entry("geqslant", "\\ge "), Map.entry("lt", "<"), Map.entry("gt", ">"), Map.entry("neq", "\\ne "),
          Map.entry("times", "*"), Map.entry("cdot", "*"), Map.entry("ast", "*"), Map.entry("div", "/"),
          Map.entry("quad", " "), Map.entry("qquad", " "), Map.entry("textbf", "\\text"), Map.entry("textit", "\\text"),
          Map.entry("textrm", "\\text"), Map.entry("textnormal", "\\text"), Map.entry("mbox", "\\text"),
          Map.entry("textsf", "\\text"), Map.entry("mathrm", "\\text"), Map.entry("mathbf", "\\text"),
          Map.entry("operatorname", "\\text"), Map.entry("mathit", "\\text"), Map.entry("texttt", "\\text"),
          Map.entry("hbox", "\\text"), Map.entry("lbrace", "\\{"), Map.entry("rbrace", "\\}"),
          Map.entry("varnothing", "\\emptyset "), Map.entry("simeq", "\\approx "), Map.entry("cong", "\\approx "),
          Map.entry("lvert", "|"), Map.entry("rvert", "|"), Map.entry("vert", "|"), Map.entry("mid", "|"),
          Map.entry("colon", ":"), Map.entry("degree", "^\\circ "), Map.entry("lbrack", "["), Map.entry("rbrack", "]"),
          Map.entry("langle", "("), Map.entry("rangle", ")"), Map.entry("euro", ""), Map.entry("pounds", ""));
  private static final Map<Character, String> CHARACTERS =
      Map.ofEntries(
          Map.entry('−', "-"), Map.entry('–', "-"), Map.entry('×', "*"), Map.entry('·', "*"), Map.entry('÷', "/"),
          Map.entry('π', "\\pi "), Map.entry('∞', "\\infty "), Map.entry('≤', "\\le "), Map.entry('≥', "\\ge "),
          Map.entry('≠', "\\ne "), Map.entry('≈', "\\approx "), Map.entry('∪', "\\cup "), Map.entry('∈', "\\in "),
          Map.entry('°', "^\\circ "), Map.entry('²', "^2"), Map.entry('³', "^3"), Map.entry('√', "\\sqrt "),
          Map.entry('±', "\\pm "), Map.entry('½', "\\frac12"), Map.entry('¼', "\\frac14"), Map.entry('¾', "\\frac34"),
          Map.entry('∅', "\\emptyset "), Map.entry('θ', "\\theta "), Map.entry('’', "'"), Map.entry('\u00a0', " "),
          Map.entry('~', " "), Map.entry('$', " "), Map.entry('€', " "), Map.entry('£', " "), Map.entry('\u202f', " "));

  /** "2 to 3" is a ratio. */
  private static final Pattern TO = Pattern.compile("([0-9]) {0,3}(?:\\\\text *\\{ *to *\\}|to) {0,3}(?=[0-9])");

  private Cleanup() {}

  static String clean(String text) {
    String stripped = unmarked(text.strip());
    StringBuilder kept = new StringBuilder(stripped.length() + 16);
    boolean rows = stripped.contains("\\begin");
    int at = 0;
    while (at < stripped.length()) {
      char c = stripped.charAt(at);
      if (c == '\\') {
        at = command(stripped, at, rows, kept);
      } else {
        at = plain(stripped, at, c, kept);
      }
    }
    return TO.matcher(trimmed(kept)).replaceAll("$1:");
  }

  /** Without the stars and back-quotes that emphasise a whole text. */
  private static String unmarked(String text) {
    int start = 0;
    int end = text.length();
    while (end - start > 1 && "*`_".indexOf(text.charAt(start)) >= 0 && text.charAt(start) == text.charAt(end - 1)) {
      start++;
      end--;
    }
    // emphasis that began before the answer
    while (end - start > 2 && (text.startsWith("**", end - 2) || text.startsWith("**.", end - 3))) {
      end -= text.charAt(end - 1) == '.' ? 3 : 2;
    }
    return text.substring(start, end);
  }

  private static int plain(String text, int at, char c, StringBuilder kept) {
    if (c == '{' && (text.startsWith("{,}", at) || text.startsWith("{, }", at))) {
      dropBlanks(kept);
      kept.append(',');
      return text.indexOf('}', at) + 1;
    }
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    String two =
        switch (c) {
          case '*' -> next == '*' ? "^" : "";
          case '!' -> next == '=' ? "\\ne " : "";
          case '<' -> next == '=' ? "\\le " : "";
          case '>' -> next == '=' ? "\\ge " : "";
          case '=' -> next == '=' ? "=" : "";
          default -> "";
        };
    if (!two.isEmpty()) {
      kept.append(two);
      return at + 2;
    }
    String other = c < 128 && c != '$' && c != '~' ? null : CHARACTERS.get(c);
    if (other == null) {
      kept.append(c < ' ' ? ' ' : c);
    } else {
      kept.append(other);
    }
    return at + 1;
  }

  private static int command(String text, int at, boolean rows, StringBuilder kept) {
    if (at + 1 >= text.length()) {
      return at + 1;
    }
    char next = text.charAt(at + 1);
    if (!isLetter(next)) {
      return symbol(text, at, next, rows, kept);
    }
    int end = at + 1;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    String name = text.substring(at + 1, end);
    if (DROPPED.contains(name)) {
      return end;
    }
    String other = NAMES.get(name);
    kept.append(other == null ? "\\" + name : other);
    return end;
  }

  private static int symbol(String text, int at, char next, boolean rows, StringBuilder kept) {
    switch (next) {
      case '\\' -> {
        boolean doubled = !rows && at + 2 < text.length() && isLetter(text.charAt(at + 2));
        if (doubled) {
          return at + 1;
        }
        kept.append(rows ? "\\\\" : " ");
      }
      case '{', '}' -> kept.append('\\').append(next);
      case '%' -> kept.append('%');
      case '$' -> kept.append("");
      case '!' -> {
        int behind = at + 2;
        while (behind < text.length() && text.charAt(behind) == ' ') {
          behind++;
        }
        return behind;
      }
      case '|' -> kept.append('|');
      case '#', '&', '_' -> kept.append(next);
      default -> kept.append(' ');
    }
    return at + 2;
  }

  private static void dropBlanks(StringBuilder kept) {
    while (!kept.isEmpty() && kept.charAt(kept.length() - 1) == ' ') {
      kept.setLength(kept.length() - 1);
    }
  }

  private static String trimmed(StringBuilder text) {
    int end = text.length();
    while (end > 0 && ".,;: _".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = 0;
    while (start < end && text.charAt(start) == ' ') {
      start++;
    }
    return text.substring(start, end);
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
