package org.leibniz.grader.published.minerva;

import java.util.Optional;
import org.leibniz.api.grader.Verdict;
import org.leibniz.grader.published.latex.Term;
import org.leibniz.grader.published.number.PythonFloat;
import org.leibniz.grader.published.symbolic.SympyEquality;

/**
 * {@code check_sympy_equivalence}: the difference of two LaTeX expressions simplifies to zero; where one of them cannot be
 * read, the texts are the same. Decimal numbers are compared as such, which gives the same.
 */
public final class Equivalence {
  private Equivalence() {}

  public static Verdict compare(String reference, String given) {
    if (reference.equals(given)) {
      return Verdict.equal("the same text", "string");
    }
    var gold = PythonFloat.parseWithoutCommas(reference);
    var answer = PythonFloat.parseWithoutCommas(given);
    if (gold.isPresent() && answer.isPresent()) {
      return gold.getAsDouble() == answer.getAsDouble()
          ? Verdict.equal("the same number", "numeric")
          : Verdict.different("different numbers", "numeric");
    }
    Optional<Term> a = SympyEquality.readLatex(reference);
    Optional<Term> b = SympyEquality.readLatex(given);
    if (a.isEmpty() || b.isEmpty()) {
      return Verdict.different(
          "different texts, and the " + (b.isEmpty() ? "answer" : "reference") + " is no expression", "unparsable");
    }
    return SympyEquality.equal(a.get(), b.get(), 0)
        ? Verdict.equal("the difference is zero", "symbolic")
        : Verdict.different("the difference is not zero", "symbolic");
  }
}
