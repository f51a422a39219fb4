package org.leibniz.grader.published.hendrycks;

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

/** The MATH benchmark's own grader: the last box, compared as a string after its normalisation. */
@Component(scope = ServiceScope.PROTOTYPE, service = Grader.class, property = Plugin.ID + "=hendrycks")
public final class HendrycksGrader implements Grader {
  /** Where the answer is looked for. */
  public enum Answer {
    /** The last box, else the whole completion where it is one line. */
    AUTO,
    /** The last box, else none. */
    BOXED,
    /** The whole completion. */
    WHOLE
  }

  private Answer answer = Answer.AUTO;

  @Override
  public void configure(Config config) {
    answer = config.choice("answer", Answer.class, Answer.AUTO);
  }

  @Override
  public Extraction extract(Problem problem, Solution solution) {
    String text = solution.completion();
    Optional<Boxed.Span> box = answer == Answer.WHOLE ? Optional.empty() : Boxed.last(text);
    if (box.isPresent()) {
      Boxed.Span span = box.get();
      return new Extraction(Optional.of(text.substring(span.start(), span.end())), span.start(), span.end(), "boxed");
    }
    boolean whole = answer == Answer.WHOLE || answer == Answer.AUTO && text.strip().indexOf('\n') < 0;
    return whole && !text.isBlank() ? new Extraction(Optional.of(text), 0, text.length(), "whole") : Extraction.NONE;
  }

  @Override
  public Verdict compare(Problem problem, String reference, String given, GradingContext context) {
    return Equivalence.compare(content(reference), content(given));
  }

  /** Judged pairs may hold whole texts; an answer that is extracted already holds no box. */
  private String content(String text) {
    return answer == Answer.WHOLE
        ? text
        : Boxed.last(text).map(span -> text.substring(span.start(), span.end())).orElse(text);
  }
}
