package org.leibniz.grader.published.zeroshot;

import java.util.Optional;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Extraction;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.grader.GradingContext;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.api.strategy.Solution;
import org.leibniz.grader.published.number.Candidates;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * Zero-shot-CoT's grader: the first number (or choice letter) of the last reply, compared as a string. Commas of a GSM8K gold
 * answer stay, so that 14 of its problems cannot be answered.
 */
@Component(scope = ServiceScope.PROTOTYPE, service = Grader.class, property = Plugin.ID + "=zero-shot-cot")
public final class ZeroShotGrader implements Grader {
  /** What is looked for. */
  public enum Answer {
    /** Letters for multiple choice, else numbers. */
    AUTO,
    NUMBER,
    LETTER
  }

  private Answer answer = Answer.AUTO;

  @Override
  public void configure(Config config) {
    answer = config.choice("answer", Answer.class, Answer.AUTO);
  }

  @Override
  public Extraction extract(Problem problem, Solution solution) {
    String text = solution.completion();
    if (answer == Answer.LETTER || answer == Answer.AUTO && problem.isMultipleChoice()) {
      return Candidates.LETTER
          .first(text)
          .map(letter -> new Extraction(Optional.of(letter.text()), letter.start(), letter.end(), "first-letter"))
          .orElse(Extraction.NONE);
    }
    boolean gsm8k = "gsm8k".equals(problem.attributes().get("dataset"));
    String bare = (gsm8k ? text.replace(":", "") : text).replace(",", "");
    return Candidates.ZERO_SHOT
        .first(bare)
        .map(Candidates.Match::text)
        .map(number -> number.endsWith(".") ? number.substring(0, number.length() - 1) : number)
        .map(number -> Extraction.of(number, "first-number"))
        .orElse(Extraction.NONE);
  }

  @Override
  public Verdict compare(Problem problem, String reference, String given, GradingContext context) {
    String gold = reference.endsWith(".0") ? reference.substring(0, reference.length() - 2) : reference;
    return gold.equals(given)
        ? Verdict.equal("the same text", "string")
        : Verdict.different("different texts", "string");
  }
}
