package org.leibniz.grader.exact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.leibniz.api.dataset.Choice;
import org.leibniz.api.grader.Verdict;

/** A choice named by its letter: {@code B}, {@code (b)}, {@code B.}, {@code B) 12 km}, or by exactly what it says. */
final class ChoiceLetter {
  private static final int MAX_LENGTH = 2000;

  private ChoiceLetter() {}

  /** Empty where the reference names no choice. */
  static Optional<Verdict> compare(List<Choice> choices, String reference, String given) {
    Optional<String> gold = letter(choices, reference);
    if (gold.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> chosen = letter(choices, given);
    if (chosen.isEmpty()) {
      return Optional.of(Verdict.different("the answer names none of the choices", "choice"));
    }
    return Optional.of(
        chosen.equals(gold)
            ? Verdict.equal("the same choice " + gold.get(), "choice")
            : Verdict.different("choice " + chosen.get() + " instead of " + gold.get(), "choice"));
  }

  static Optional<String> letter(List<Choice> choices, String text) {
    String bare = text.strip();
    if (bare.isEmpty() || bare.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    for (Choice choice : choices) {
      if (ExactText.normal(choice.text()).equals(ExactText.normal(bare))) {
        return Optional.of(choice.label());
      }
    }
    String open = bare.startsWith("(") ? bare.substring(1).strip() : bare;
    String upper = open.toUpperCase(Locale.ROOT);
    return choices.stream()
        .map(Choice::label)
        .filter(label -> upper.startsWith(label) && endsLetter(upper, label.length()))
        .findFirst();
  }

  private static boolean endsLetter(String text, int at) {
    return at == text.length() || ").:".indexOf(text.charAt(at)) >= 0;
  }
}
