package org.leibniz.grader.published.gsmplus;

import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Extraction;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.grader.GradingContext;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.api.strategy.Solution;
import org.leibniz.grader.published.minerva.Equivalence;
import org.leibniz.grader.published.minerva.FinalAnswer;
import org.leibniz.grader.published.number.PythonFloat;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * The graders of GSM-Plus's published outputs, one rule per family of models. The rule is configured, else named by the
 * recording in the problem's attribute {@value #RECORDED_RULE}, else told by the shape of the text.
 */
@Component(scope = ServiceScope.PROTOTYPE, service = Grader.class, property = Plugin.ID + "=gsm-plus")
public final class GsmPlusGrader implements Grader {
  /** Attribute in which a recording names the rule its records were graded by. */
  static final String RECORDED_RULE = "recordedRule";

  private Rule configured = Rule.AUTO;

  @Override
  public void configure(Config config) {
    configured = config.choice("rule", Rule.class, Rule.AUTO);
  }

  @Override
  public Extraction extract(Problem problem, Solution solution) {
    return GsmPlusAnswer.of(solution.completion(), rule(problem));
  }

  @Override
  public Verdict compare(Problem problem, String reference, String given, GradingContext context) {
    if (rule(problem) == Rule.TORA) {
      return reference.equals(given)
          ? Verdict.equal("the same text", "string")
          : Verdict.different("different texts", "string");
    }
    return Equivalence.compare(normalise(reference), normalise(given));
  }

  private Rule rule(Problem problem) {
    return configured != Rule.AUTO
        ? configured
        : Rule.of(problem.attributes().getOrDefault(RECORDED_RULE, "")).orElse(Rule.AUTO);
  }

  private static String normalise(String answer) {
    return PythonFloat.withoutExtraZeros(FinalAnswer.normaliseWithPercent(answer));
  }
}
