package org.leibniz.grader.published.mammoth;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Extraction;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.grader.GradingContext;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.api.strategy.Solution;
import org.leibniz.grader.published.number.PythonFloat;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** MAmmoTH's grader: cleaning by dataset; strings are compared, on MATH numbers with a tolerance too. */
@Component(scope = ServiceScope.PROTOTYPE, service = Grader.class, property = Plugin.ID + "=mammoth")
public final class MammothGrader implements Grader {
  /** Sets whose gold answers are compared as they were published, {@code 7.0} too. */
  private static final Set<String> RAW_GOLD = Set.of("numglue", "simuleq", "mathematics");

  private Rule configured = Rule.AUTO;

  @Override
  public void configure(Config config) {
    configured = config.choice("rule", Rule.class, Rule.AUTO);
  }

  @Override
  public Extraction extract(Problem problem, Solution solution) {
    Rule rule = rule(problem);
    String text = solution.completion();
    String answer = rule == Rule.MATH ? MathAnswer.of(text) : CleanAnswer.of(text, rule);
    return answer.isEmpty() ? Extraction.NONE : Extraction.of(answer, rule.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public Verdict compare(Problem problem, String reference, String given, GradingContext context) {
    return rule(problem) == Rule.MATH ? math(reference, given) : strings(problem, reference, given);
  }

  private Verdict strings(Problem problem, String reference, String given) {
    boolean shorten = rule(problem) == Rule.NUMBER && !RAW_GOLD.contains(problem.attributes().getOrDefault("dataset", ""));
    String gold = shorten ? PythonFloat.withoutExtraZeros(reference.replace(",", "")) : reference;
    return gold.equals(given) || reference.equals(given)
        ? Verdict.equal("the same text", "string")
        : Verdict.different("different texts", "string");
  }

  private static Verdict math(String reference, String given) {
    String gold = MathAnswer.normalise(reference);
    String answer = MathAnswer.normalise(given);
    if (gold.equals(answer)) {
      return Verdict.equal("the same normal form", "normal-form");
    }
    OptionalDouble goldNumber = PythonFloat.parseWithoutCommas(gold);
    OptionalDouble number = goldNumber.isPresent() ? MathNumber.parse(answer) : OptionalDouble.empty();
    if (number.isEmpty()) {
      return Verdict.different("different normal forms, not both numeric", "normal-form");
    }
    return MathNumber.equal(number.getAsDouble(), goldNumber.getAsDouble())
        ? Verdict.equal("numbers within the tolerance", "numeric")
        : Verdict.different("numbers beyond the tolerance", "numeric");
  }

  private Rule rule(Problem problem) {
    return configured == Rule.AUTO ? Rule.of(problem) : configured;
  }
}
