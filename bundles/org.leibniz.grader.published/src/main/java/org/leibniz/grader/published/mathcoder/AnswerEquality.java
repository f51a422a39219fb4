package org.leibniz.grader.published.mathcoder;

import java.util.Locale;
import java.util.Optional;
import org.leibniz.api.grader.Verdict;
import org.leibniz.grader.published.latex.Arithmetic;
import org.leibniz.grader.published.latex.Evaluation;
import org.leibniz.grader.published.latex.Latex;
import org.leibniz.grader.published.latex.Rejected;
import org.leibniz.grader.published.latex.Scope;
import org.leibniz.grader.published.latex.Term;

/**
 * The released {@code is_equal}: equal texts, else equal expressions, else numbers less than 0.01 apart. Whatever cannot be
 * read is different.
 */
public final class AnswerEquality {
  private static final double TOLERANCE = 1e-2;

  private final boolean leak;

  /**
   * The equality with or without one oddity.
   *
   * @param leak whether a prediction's {@code b} stands for the gold answer and a gold answer's {@code a} for the prediction,
   *     because the original evaluates both where its own variables have these names
   */
  public AnswerEquality(boolean leak) {
    this.leak = leak;
  }

  public Verdict compare(String reference, String given) {
    String gold = compact(reference);
    String answer = compact(given);
    if (gold.isEmpty() || answer.isEmpty()) {
      return Verdict.different(gold.isEmpty() ? "the reference is empty" : "the answer is empty", "empty");
    }
    if (gold.equals(answer)) {
      return Verdict.equal("the same text", "string");
    }
    Optional<Verdict> plain = PlainNumber.compare(gold, answer, TOLERANCE);
    if (plain.isPresent()) {
      return plain.get();
    }
    try {
      Scope scope = new Scope();
      gold = TupleText.evaluate(gold, scope);
      answer = TupleText.evaluate(answer, scope);
      if (gold.equals(answer)) {
        return Verdict.equal("the same elements", "tuple");
      }
      return compareTerms(gold, answer, scope);
    } catch (Rejected refusal) {
      return refused(refusal, "expression");
    } catch (StackOverflowError deep) {
      return Verdict.different("nested too deeply", "unparsable");
    }
  }

  private Verdict compareTerms(String gold, String answer, Scope scope) {
    Term prediction;
    Term reference;
    try {
      prediction = Latex.parse(answer, scope);
    } catch (Rejected refusal) {
      return refused(refusal, "answer");
    }
    try {
      reference = Latex.parse(gold, scope);
    } catch (Rejected refusal) {
      return refused(refusal, "reference");
    }
    if (prediction.equals(reference)) {
      return Verdict.equal("the same expression", "structural");
    }
    double distance;
    try {
      distance = leak ? ScopeLeak.distance(prediction, reference) : distance(prediction, reference);
    } catch (Rejected refusal) {
      return refusal.isBudget()
          ? refused(refusal, "expression")
          : Verdict.different("different expressions, not both numeric: " + refusal.getMessage(), "structural");
    }
    // The original's third test repeats the second on exact numbers, which decides at a distance of 0.01 itself.
    boolean close =
        distance < TOLERANCE
            || prediction instanceof Term.Number(var a)
                && reference instanceof Term.Number(var b)
                && a.isWithin(b, TOLERANCE);
    return close
        ? Verdict.equal("less than 0.01 apart", "numeric")
        : Verdict.different("0.01 or more apart", "numeric");
  }

  private static double distance(Term prediction, Term reference) {
    return Arithmetic.distance(new Evaluation().of(prediction), new Evaluation().of(reference));
  }

  private static Verdict refused(Rejected refusal, String side) {
    String reason = "the " + side + " cannot be read: " + refusal.getMessage();
    return refusal.isBudget() ? Verdict.unknown(reason, "budget") : Verdict.different(reason, "unparsable");
  }

  private static String compact(String text) {
    return text.toLowerCase(Locale.ROOT).replace(" ", "");
  }
}
