package org.leibniz.grader.published.mathcoder;

import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Extraction;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.grader.GradingContext;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.api.strategy.Solution;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** MathCoder's {@code is_equal} on the gold answer and the completion as they are: the way of the paper's tables. */
@Component(scope = ServiceScope.PROTOTYPE, service = Grader.class, property = Plugin.ID + "=mathcoder-raw")
public final class MathCoderRawGrader implements Grader {
  private AnswerEquality equality = new AnswerEquality(true);

  @Override
  public void configure(Config config) {
    equality = new AnswerEquality(config.flag("scopeLeak", true));
  }

  @Override
  public Extraction extract(Problem problem, Solution solution) {
    return Completion.of(solution);
  }

  @Override
  public Verdict compare(Problem problem, String reference, String given, GradingContext context) {
    return equality.compare(reference, given);
  }
}
