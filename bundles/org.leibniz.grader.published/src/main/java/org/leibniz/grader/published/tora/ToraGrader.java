package org.leibniz.grader.published.tora;

import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Extraction;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.grader.GradingContext;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.api.strategy.Solution;
import org.leibniz.grader.published.symbolic.MathEqual;
import org.leibniz.grader.published.symbolic.SympyEquality.Notation;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** ToRA's grader: the answer of the whole trace and the reference in ToRA's normal form, then {@code math_equal}. */
@Component(scope = ServiceScope.PROTOTYPE, service = Grader.class, property = Plugin.ID + "=tora")
public final class ToraGrader implements Grader {
  private static final MathEqual EQUALITY = new MathEqual(Notation.LATEX);

  @Override
  public Extraction extract(Problem problem, Solution solution) {
    return ToraAnswer.of(solution.completion());
  }

  @Override
  public Verdict compare(Problem problem, String reference, String given, GradingContext context) {
    return EQUALITY.compare(ToraText.normalise(given), ToraText.normalise(reference));
  }
}
