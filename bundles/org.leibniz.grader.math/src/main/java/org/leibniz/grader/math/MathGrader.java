package org.leibniz.grader.math;

import java.util.Optional;
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

/** Leibniz's own grader: finds the answer with its place, and compares by mathematics in layers. */
@Component(scope = ServiceScope.PROTOTYPE, service = Grader.class, property = Plugin.ID + "=math")
public final class MathGrader implements Grader {
  private Equality equality = new Equality(Policy.STRICT);

  @Override
  public void configure(Config config) {
    equality = new Equality(Policy.of(config));
  }

  @Override
  public Extraction extract(Problem problem, Solution solution) {
    return AnswerFinder.find(solution.completion());
  }

  @Override
  public Verdict compare(Problem problem, String reference, String given, GradingContext context) {
    if (problem.isMultipleChoice()) {
      Optional<Verdict> choice = new ChoiceEquality(equality).compare(problem.choices(), reference, given);
      if (choice.isPresent()) {
        return choice.get();
      }
    }
    return equality.compare(reference, given);
  }
}
