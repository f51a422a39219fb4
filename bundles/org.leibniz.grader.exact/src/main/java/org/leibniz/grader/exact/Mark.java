package org.leibniz.grader.exact;

import java.util.Locale;
import java.util.Optional;

/** The marks an answer can stand behind. Every search is linear in the text. */
enum Mark {
  BOXED {
    @Override
    Optional<Span> find(String text) {
      int box = Math.max(text.lastIndexOf("\\boxed{"), text.lastIndexOf("\\fbox{"));
      if (box < 0) {
        return Optional.empty();
      }
      int open = text.indexOf('{', box);
      int depth = 0;
      for (int i = open; i < text.length(); i++) {
        depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
        if (depth == 0) {
          return Optional.of(new Span(open + 1, i));
        }
      }
      return Optional.empty();
    }
  },
  HASH {
    @Override
    Optional<Span> find(String text) {
      return behind(text, "####");
    }
  },
  THE_ANSWER_IS {
    @Override
    Optional<Span> find(String text) {
      Optional<Span> found = behind(text.toLowerCase(Locale.ROOT), "the answer is");
      return found.map(span -> span.withoutColon(text)).filter(span -> span.end() <= text.length());
    }
  },
  LAST_NUMBER {
    @Override
    Optional<Span> find(String text) {
      int end = text.length();
      while (end > 0 && !isDigit(text.charAt(end - 1))) {
        end--;
      }
      int start = end;
      while (start > 0 && isNumberPart(text, start - 1)) {
        start--;
      }
      while (start < end && !isDigit(text.charAt(start)) && text.charAt(start) != '.') {
        start++;
      }
      if (start > 0 && start < end && text.charAt(start - 1) == '-' && !endsOperand(text, start - 2)) {
        start--;
      }
      return end == 0 ? Optional.empty() : Optional.of(new Span(start, end));
    }

    private boolean isNumberPart(String text, int at) {
      char c = text.charAt(at);
      return isDigit(c) || (c == '.' || c == ',') && isDigit(text.charAt(at + 1));
    }

    /** Whether a minus behind this place subtracts instead of making a number negative. */
    private boolean endsOperand(String text, int at) {
      return at >= 0 && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == ')');
    }
  };

  /** Where an answer lies in a text. */
  record Span(int start, int end) {
    Span withoutColon(String text) {
      return start < end && start < text.length() && text.charAt(start) == ':' ? new Span(start + 1, end) : this;
    }

    String of(String text) {
      return text.substring(start, end);
    }
  }

  abstract Optional<Span> find(String text);

  /** What stands behind the last mark, up to the end of its line. */
  private static Optional<Span> behind(String text, String mark) {
    int at = text.lastIndexOf(mark);
    if (at < 0) {
      return Optional.empty();
    }
    int start = at + mark.length();
    int end = text.indexOf('\n', start);
    Span span = new Span(start, end < 0 ? text.length() : end);
    return Optional.of(span).filter(found -> !found.of(text).isBlank());
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
