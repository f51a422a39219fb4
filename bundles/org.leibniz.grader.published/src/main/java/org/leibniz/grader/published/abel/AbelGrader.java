package org.leibniz.grader.published.abel;

import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Extraction;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.grader.GradingContext;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.api.strategy.Solution;
import org.leibniz.grader.published.minerva.Equivalence;
import org.leibniz.grader.published.minerva.FinalAnswer;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Abel's grader: the answer behind {@code ####} on the last line, both sides in Minerva's normal form. */
@Component(scope = ServiceScope.PROTOTYPE, service = Grader.class, property = Plugin.ID + "=abel")
public final class AbelGrader implements Grader {
  @Override
  public Extraction extract(Problem problem, Solution solution) {
    return AbelAnswer.of(solution.completion());
  }

  @Override
  public Verdict compare(Problem problem, String reference, String given, GradingContext context) {
    return Equivalence.compare(FinalAnswer.normaliseWithPercent(reference), FinalAnswer.normaliseWithPercent(given));
  }
}
