package org.leibniz.grader.exact;

import java.util.List;
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

/**
 * Takes the answer behind a mark and compares it exactly: letters of choices as letters, numbers as numbers, anything else as
 * a text in which case and the amount of white space do not count.
 */
@Component(scope = ServiceScope.PROTOTYPE, service = Grader.class, property = Plugin.ID + "=exact")
public final class ExactGrader implements Grader {
  /** Where the answer is looked for. */
  public enum Answer {
    /** The last box, else behind the last {@code ####}, else behind the last "the answer is", else a text of one line. */
    AUTO,
    WHOLE,
    BOXED,
    HASH,
    LAST_NUMBER
  }

  private Answer answer = Answer.AUTO;

  @Override
  public void configure(Config config) {
    answer = config.choice("answer", Answer.class, Answer.AUTO);
  }

  @Override
  public Extraction extract(Problem problem, Solution solution) {
    String text = solution.completion();
    for (Mark mark : marks()) {
      Optional<Mark.Span> found = mark.find(text);
      if (found.isPresent()) {
        return trimmed(text, found.get(), mark.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
      }
    }
    boolean whole = answer == Answer.WHOLE || answer == Answer.AUTO && text.strip().indexOf('\n') < 0;
    return whole && !text.isBlank() ? trimmed(text, new Mark.Span(0, text.length()), "whole") : Extraction.NONE;
  }

  @Override
  public Verdict compare(Problem problem, String reference, String given, GradingContext context) {
    if (problem.isMultipleChoice()) {
      Optional<Verdict> letters = ChoiceLetter.compare(problem.choices(), reference, given);
      if (letters.isPresent()) {
        return letters.get();
      }
    }
    return ExactText.compare(reference, given);
  }

  private List<Mark> marks() {
    return switch (answer) {
      case AUTO -> List.of(Mark.BOXED, Mark.HASH, Mark.THE_ANSWER_IS);
      case WHOLE -> List.of();
      case BOXED -> List.of(Mark.BOXED);
      case HASH -> List.of(Mark.HASH);
      case LAST_NUMBER -> List.of(Mark.LAST_NUMBER);
    };
  }

  private static Extraction trimmed(String text, Mark.Span span, String rule) {
    int start = span.start();
    int end = span.end();
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return start == end ? Extraction.NONE : new Extraction(Optional.of(text.substring(start, end)), start, end, rule);
  }
}
