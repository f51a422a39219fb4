package org.leibniz.grader.published.number;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first or last match of a pattern in a text, found without collecting all of them. Each pattern's repetitions take
 * characters that nothing before or behind them takes, so that matching is linear.
 */
public enum Candidates {
  /** MAmmoTH: {@code 1/2} is one, {@code 1.5/2} are two. */
  MAMMOTH("-?\\d+/?\\.?\\d*"),
  /** GSM-Plus: a decimal, perhaps over another whole number. */
  GSM_PLUS("-?\\d+(?:\\.\\d+)?(?:/\\d+)?"),
  /** WizardMath, and MetaMath's 70B in GSM-Plus: stops at the first comma group ({@code 1,234,567} gives {@code 1,234}). */
  WIZARD("[\\-+]?\\d*[.,/]?\\d+"),
  /** Zero-shot-CoT. */
  ZERO_SHOT("-?\\d+\\.?\\d*"),
  /** ToRA, and MAmmoTH on MATH. */
  DECIMAL("-?\\d*\\.?\\d+"),
  /** A choice letter as a word of its own. */
  LETTER_WORD("(?U)\\b[A-E]\\b"),
  /** A choice letter anywhere. */
  LETTER("[A-E]");

  /** Where a match lies and what it is. */
  public record Match(String text, int start, int end) {}

  private final Pattern pattern;

  Candidates(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  public Optional<Match> first(String text) {
    return find(text, match -> true);
  }

  public Optional<Match> last(String text) {
    return find(text, match -> false);
  }

  private Optional<Match> find(String text, Predicate<Matcher> enough) {
    Matcher matcher = pattern.matcher(text);
    int start = -1;
    int end = -1;
    while (matcher.find()) {
      start = matcher.start();
      end = matcher.end();
      if (enough.test(matcher)) {
        break;
      }
    }
    return start < 0 ? Optional.empty() : Optional.of(new Match(text.substring(start, end), start, end));
  }
}
