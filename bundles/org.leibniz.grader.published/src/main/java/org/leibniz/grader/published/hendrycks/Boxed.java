package org.leibniz.grader.published.hendrycks;

import java.util.Optional;

/** The last {@code \boxed{…}} with balanced braces, {@code \fbox{…}} where there is none, or {@code \boxed } up to a dollar. */
final class Boxed {
  private Boxed() {}

  /** Where the content lies. */
  record Span(int start, int end) {}

  static Optional<Span> last(String text) {
    int spaced = text.lastIndexOf("\\boxed ");
    if (spaced >= 0) {
      int start = spaced + "\\boxed ".length();
      int dollar = text.indexOf('$', start);
      return Optional.of(new Span(start, dollar < 0 ? text.length() : dollar));
    }
    int box = text.lastIndexOf("\\boxed");
    int open = (box < 0 ? text.lastIndexOf("\\fbox") : box) + (box < 0 ? "\\fbox" : "\\boxed").length();
    if (box < 0 && text.lastIndexOf("\\fbox") < 0 || open >= text.length() || text.charAt(open) != '{') {
      return Optional.empty();
    }
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return Optional.of(new Span(open + 1, i));
      }
    }
    return Optional.empty();
  }
}
