package org.leibniz.grader.published.pot;

import java.util.Optional;
import java.util.OptionalDouble;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Extraction;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.grader.GradingContext;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.api.strategy.Segment;
import org.leibniz.api.strategy.Solution;
import org.leibniz.grader.published.number.PythonFloat;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * Program of Thoughts' grader of a prediction: the value a program left, as Python writes it, or the option that the choice
 * call named. Numbers are equal when they are after rounding both to the fewer decimals of the two.
 */
@Component(scope = ServiceScope.PROTOTYPE, service = Grader.class, property = Plugin.ID + "=pot")
public final class PotGrader implements Grader {
  /** What becomes of {@code None} as a choice. */
  public enum None {
    /** {@code A} where at most one program ran (the zero-shot protocol), else no option (self-consistency). */
    AUTO,
    /** The first option. */
    A,
    /** No option. */
    WRONG
  }

  private static final String NONE = "None";
  /** Decimals of a number that is written without a point. */
  private static final int WITHOUT_POINT = 5;

  private None none = None.AUTO;

  @Override
  public void configure(Config config) {
    none = config.choice("none", None.class, None.AUTO);
  }

  @Override
  public Extraction extract(Problem problem, Solution solution) {
    String text = solution.completion().strip();
    if (!text.isEmpty() && !text.equals(NONE)) {
      return Extraction.of(text, "prediction");
    }
    boolean first = none == None.A || none == None.AUTO && programs(solution) <= 1;
    return problem.isMultipleChoice() && !text.isEmpty() && first ? Extraction.of("A", "none-is-a") : Extraction.NONE;
  }

  private static long programs(Solution solution) {
    return solution.segments().stream().filter(Segment.Code.class::isInstance).count();
  }

  @Override
  public Verdict compare(Problem problem, String reference, String given, GradingContext context) {
    if (given.equals("True") || given.equals("False")) {
      return reference.equals(given.equals("True") ? "yes" : "no")
          ? Verdict.equal("a truth value", "truth")
          : Verdict.different("a truth value, which only yes or no can equal", "truth");
    }
    OptionalDouble gold = PythonFloat.parse(reference);
    OptionalDouble prediction = PythonFloat.parse(given);
    if (gold.isEmpty() || prediction.isEmpty()) {
      return reference.equals(given)
          ? Verdict.equal("the same text", "string")
          : Verdict.different("different texts", "string");
    }
    int digits = Math.min(decimals(prediction.getAsDouble()), decimals(gold.getAsDouble()));
    return PythonFloat.round(prediction.getAsDouble(), digits) == PythonFloat.round(gold.getAsDouble(), digits)
        ? Verdict.equal("the same number at " + digits + " decimals", "numeric")
        : Verdict.different("different numbers at " + digits + " decimals", "numeric");
  }

  /** Characters behind the point of a float as Python writes it, an exponent's among them. */
  private static int decimals(double value) {
    String text = PythonFloat.text(value);
    int point = text.indexOf('.');
    return point < 0 ? WITHOUT_POINT : text.length() - point - 1;
  }
}
