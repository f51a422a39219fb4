package org.leibniz.grader.published.wizardmath;

import java.util.Optional;
import java.util.OptionalDouble;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Extraction;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.grader.GradingContext;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.api.strategy.Solution;
import org.leibniz.grader.published.number.PythonFloat;
import org.leibniz.grader.published.number.RoundedNumber;
import org.leibniz.grader.published.symbolic.MathEqual;
import org.leibniz.grader.published.symbolic.SympyEquality.Notation;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * WizardMath's two graders. GSM8K: the first number behind the last {@code "The answer is: "}, rounded. MATH: the text behind
 * it, Hendrycks's normal form, then {@code math_equal}; where the normal form fails, the original compares the prediction with
 * itself.
 */
@Component(scope = ServiceScope.PROTOTYPE, service = Grader.class, property = Plugin.ID + "=wizardmath")
public final class WizardMathGrader implements Grader {
  /** Which of the two. */
  public enum Rule {
    /** GSM8K's where the gold answer is a whole number and the dataset is not MATH, else MATH's. */
    AUTO,
    GSM8K,
    MATH
  }

  private static final String MARKER = "The answer is: ";

  private Rule rule = Rule.AUTO;
  private boolean selfComparison = true;
  private MathEqual equality = new MathEqual(Notation.PLAIN);

  @Override
  public void configure(Config config) {
    rule = config.choice("rule", Rule.class, Rule.AUTO);
    selfComparison = config.flag("selfComparison", true);
    equality = new MathEqual(config.choice("notation", Notation.class, Notation.PLAIN));
  }

  @Override
  public Extraction extract(Problem problem, Solution solution) {
    String text = solution.completion();
    if (isGsm8k(problem, problem.answer())) {
      return RoundedNumber.of(text, MARKER).map(number -> Extraction.of(number, "rounded")).orElse(Extraction.NONE);
    }
    int marker = text.lastIndexOf(MARKER);
    if (marker < 0) {
      return Extraction.NONE;
    }
    int start = marker + MARKER.length();
    int sentence = text.indexOf(".\n", start);
    String answer = text.substring(start, sentence < 0 ? text.length() : sentence).strip();
    answer = (answer.endsWith(".") ? answer.substring(0, answer.length() - 1) : answer).strip();
    return answer.isEmpty() ? Extraction.NONE : Extraction.of(answer, "marker");
  }

  @Override
  public Verdict compare(Problem problem, String reference, String given, GradingContext context) {
    return isGsm8k(problem, reference) ? numbers(reference, given) : expressions(reference, given);
  }

  /** Also the reference's hundredth and hundredfold: 2500 is right for 25. */
  private Verdict numbers(String reference, String given) {
    OptionalDouble gold = PythonFloat.parseWithoutCommas(reference);
    OptionalDouble answer = PythonFloat.parseWithoutCommas(given);
    return gold.isPresent() && answer.isPresent()
        ? equality.compare(given, reference)
        : Verdict.different("not two numbers", "numeric");
  }

  private Verdict expressions(String reference, String given) {
    Optional<String> a = WizardText.normalise(given);
    Optional<String> b = WizardText.normalise(reference);
    if (a.isPresent() && b.isPresent()) {
      return a.get().equals(b.get())
          ? Verdict.equal("the same normal form", "normal-form")
          : equality.compare(a.get(), b.get());
    }
    boolean comparesItself = selfComparison && !given.isEmpty() && !isNaN(given);
    if (comparesItself) {
      return Verdict.equal("no normal form, and the original then compares the prediction with itself", "self-comparison");
    }
    return reference.equals(given)
        ? Verdict.equal("the same text", "string")
        : Verdict.different("different texts, one without a normal form", "string");
  }

  private static boolean isNaN(String text) {
    OptionalDouble value = PythonFloat.parseWithoutCommas(text);
    return value.isPresent() && Double.isNaN(value.getAsDouble());
  }

  private boolean isGsm8k(Problem problem, String reference) {
    return switch (rule) {
      case GSM8K -> true;
      case MATH -> false;
      case AUTO ->
          !"math".equals(problem.attributes().get("dataset")) && PythonFloat.isInt(reference.replace(",", ""));
    };
  }
}
