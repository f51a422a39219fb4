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

/** MathCoder's grader as released: both texts are cleaned, on GSM8K the prediction loses its letters, then {@code is_equal}. */
@Component(scope = ServiceScope.PROTOTYPE, service = Grader.class, property = Plugin.ID + "=mathcoder")
public final class MathCoderGrader implements Grader {
  /** What becomes of letters in a prediction. */
  public enum Letters {
    /** Deleted where the problem's attribute {@code dataset} is {@code gsm8k}. */
    AUTO,
    KEEP,
    DELETE
  }

  private Letters letters = Letters.AUTO;
  private AnswerEquality equality = new AnswerEquality(true);

  @Override
  public void configure(Config config) {
    letters = config.choice("letters", Letters.class, Letters.AUTO);
    equality = new AnswerEquality(config.flag("scopeLeak", true));
  }

  @Override
  public Extraction extract(Problem problem, Solution solution) {
    return Completion.of(solution);
  }

  @Override
  public Verdict compare(Problem problem, String reference, String given, GradingContext context) {
    String gold = AnswerText.clean(reference);
    String answer = AnswerText.clean(AnswerText.choice(given));
    return equality.compare(gold, deletesLetters(problem) ? AnswerText.withoutLetters(answer) : answer);
  }

  private boolean deletesLetters(Problem problem) {
    return switch (letters) {
      case AUTO -> "gsm8k".equalsIgnoreCase(problem.attributes().get("dataset"));
      case KEEP -> false;
      case DELETE -> true;
    };
  }
}
