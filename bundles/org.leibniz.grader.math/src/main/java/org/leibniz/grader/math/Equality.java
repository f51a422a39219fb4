package org.leibniz.grader.math;

import java.util.Optional;
import org.leibniz.api.grader.Verdict;

/** Compares two answers layer by layer; the first layer that decides says why. Thread-safe, ends within its budgets. */
final class Equality {
  private final Policy policy;

  Equality(Policy policy) {
    this.policy = policy;
  }

  Verdict compare(String reference, String given) {
    if (reference.isBlank() || given.isBlank()) {
      return Verdict.different(reference.isBlank() ? "the reference is empty" : "the answer is empty", "empty");
    }
    if (reference.strip().equals(given.strip())) {
      return Verdict.equal("the same text", "string");
    }
    if (Failures.is(reference) || Failures.is(given)) {
      return Verdict.unknown("the report of a failed program, not an answer", "extraction");
    }
    String a = Cleanup.clean(AnswerFinder.inSentence(reference));
    String b = Cleanup.clean(AnswerFinder.inSentence(given));
    String x = TextEquality.normal(a);
    String y = TextEquality.normal(b);
    if (x.isEmpty() || y.isEmpty()) {
      return Verdict.different((x.isEmpty() ? "the reference" : "the answer") + " is empty", "empty");
    }
    // Without blanks "1, 2" and "12" stay apart, but "1 2" and "12" do not: numbers are left to the structure.
    if (x.equals(y) && !(blankBetweenDigits(a) || blankBetweenDigits(b))) {
      return Verdict.equal("the same text after normalisation", "normalised");
    }
    Optional<Verdict> text = texts(a, b, x, y);
    return text.orElseGet(() -> structures(TextEquality.withoutLabel(a), TextEquality.withoutLabel(b)));
  }

  private static boolean blankBetweenDigits(String text) {
    for (int i = 1; i + 1 < text.length(); i++) {
      if (text.charAt(i) == ' ' && Cursor.isDigit(text.charAt(i - 1)) && Cursor.isDigit(text.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean namesChoice(String cleaned, String normal) {
    return normal.length() == 1 || cleaned.indexOf(')') > 0 || cleaned.indexOf(". ") == 1 || cleaned.indexOf(": ") == 1;
  }

  private static Optional<Verdict> texts(String a, String b, String x, String y) {
    Optional<Character> choiceA = TextEquality.letter(a);
    Optional<Character> choiceB = TextEquality.letter(b);
    boolean marked = a.length() > 1 || b.length() > 1;
    if (choiceA.isPresent() && choiceB.isPresent() && marked && namesChoice(a, x) && namesChoice(b, y)) {
      return Optional.of(
          choiceA.equals(choiceB)
              ? Verdict.equal("the same choice " + choiceA.get(), "choice")
              : Verdict.different("choice " + choiceB.get() + " instead of " + choiceA.get(), "choice"));
    }
    Optional<String> wordsA = TextEquality.words(x);
    Optional<String> wordsB = TextEquality.words(y);
    if (wordsA.isPresent() && wordsB.isPresent() && (wordsA.equals(wordsB) || wordsA.get().length() > 3 && wordsB.get().length() > 3)) {
      return Optional.of(
          wordsA.equals(wordsB) ? Verdict.equal("the same words", "text") : Verdict.different("different words", "text"));
    }
    return Optional.empty();
  }

  private Verdict structures(String a, String b) {
    try {
      Readings references = Readings.of(a);
      Readings answers = Readings.of(b);
      if (references.all().isEmpty() || answers.all().isEmpty()) {
        return answers.all().isEmpty() && !references.all().isEmpty()
            ? Verdict.unknown("the answer is not mathematics that can be read", "structure")
            : Verdict.different("different texts, at least one of them not mathematics", "text");
      }
      return compare(references, answers);
    } catch (OverBudget e) {
      return Verdict.unknown("not compared: " + e.getMessage(), "budget");
    } catch (ArithmeticException e) {
      return Verdict.unknown("not compared: a number out of range", "budget");
    }
  }

  private Verdict compare(Readings references, Readings answers) {
    StructureEquality structure = new StructureEquality(policy);
    OverBudget budget = null;
    for (Expression reference : references.all()) {
      for (Expression answer : answers.all()) {
        try {
          if (structure.same(reference, answer)) {
            String layer = reference.equals(answer) ? "structure" : structure.layer();
            return Verdict.equal(reference.equals(answer) ? "the same structure" : "the same value", layer);
          }
          if (policy.extraValues() && structure.among(reference, answer)) {
            return Verdict.equal("the value is among those named", "structure");
          }
        } catch (OverBudget e) {
          budget = e;
        }
      }
    }
    if (budget != null) {
      return Verdict.unknown("not compared: " + budget.getMessage(), "budget");
    }
    return Verdict.different("different values", structure.layer());
  }
}
