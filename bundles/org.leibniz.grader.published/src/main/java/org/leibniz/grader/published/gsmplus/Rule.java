package org.leibniz.grader.published.gsmplus;

import java.util.Locale;
import java.util.Optional;

/** How the answer is found; which of the programs wrote a record. */
public enum Rule {
  /** Told by the recording, else by the text. */
  AUTO,
  /** Abel's own: behind {@code ####} on the last line. */
  ABEL,
  /** For GPT-3.5 and Abel 13B: the last {@code ####} that a digit follows, else the last number. */
  GPT,
  /** The last number behind {@code The answer is:}, else of the text. */
  METAMATH_7B,
  /** WizardMath's: the first number behind the last {@code The answer is: }, rounded. */
  METAMATH_70B,
  /** ToRA's answer, equal only to the raw gold answer, so that a gold answer with commas cannot be reached. */
  TORA;

  /** The name used in configurations and by recordings. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Rule> of(String id) {
    for (Rule rule : values()) {
      if (rule != AUTO && rule.id().equals(id)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /** The rule whose texts look like this one. */
  static Rule ofText(String text) {
    if (text.contains("```output") || text.contains("```python")) {
      return TORA;
    }
    if (text.contains("The answer is:")) {
      return METAMATH_7B;
    }
    String stripped = text.strip();
    int mark = stripped.lastIndexOf("#### ");
    return mark >= 0 && isBare(stripped.substring(mark + 5)) ? ABEL : GPT;
  }

  /** Whether an answer is a number and nothing else, as Abel was trained to write it. */
  private static boolean isBare(String answer) {
    return answer.chars().allMatch(c -> c >= '0' && c <= '9' || "$-.,".indexOf(c) >= 0) && !answer.endsWith(".");
  }
}
