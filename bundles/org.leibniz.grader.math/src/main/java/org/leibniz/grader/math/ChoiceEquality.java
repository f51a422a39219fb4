package org.leibniz.grader.math;

import java.util.List;
import java.util.Optional;
import org.leibniz.api.dataset.Choice;
import org.leibniz.api.grader.Verdict;

/** Answers to a problem with choices: by letter, or by what exactly one choice says. */
final class ChoiceEquality {
  private static final int MAX_LENGTH = 2000;
  private final Equality equality;

  ChoiceEquality(Equality equality) {
    this.equality = equality;
  }

  /** Empty where the reference names no choice. */
  Optional<Verdict> compare(List<Choice> choices, String reference, String given) {
    Optional<String> gold = label(choices, reference);
    if (gold.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> chosen = label(choices, given);
    if (chosen.isEmpty()) {
      return Optional.of(Verdict.different("the answer names none of the choices", "choice"));
    }
    return Optional.of(
        chosen.equals(gold)
            ? Verdict.equal("the same choice " + gold.get(), "choice")
            : Verdict.different("choice " + chosen.get() + " instead of " + gold.get(), "choice"));
  }

  private Optional<String> label(List<Choice> choices, String text) {
    if (text.isBlank() || text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String cleaned = Cleanup.clean(text);
    Optional<String> letter =
        TextEquality.letter(cleaned)
            .map(String::valueOf)
            .filter(found -> choices.stream().anyMatch(choice -> choice.label().equals(found)));
    if (letter.isPresent()) {
      return letter;
    }
    List<String> saying =
        choices.stream()
            .filter(choice -> equality.compare(choice.text(), text).equality() == Verdict.Equality.EQUAL)
            .map(Choice::label)
            .toList();
    return saying.size() == 1 ? Optional.of(saying.getFirst()) : Optional.empty();
  }
}
