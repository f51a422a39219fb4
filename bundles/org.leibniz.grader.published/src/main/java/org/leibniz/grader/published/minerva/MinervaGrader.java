package org.leibniz.grader.published.minerva;

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

/** Minerva's grader: the sentence that states the final answer, its normal form, then equality of expressions. */
@Component(scope = ServiceScope.PROTOTYPE, service = Grader.class, property = Plugin.ID + "=minerva")
public final class MinervaGrader implements Grader {
  /** Where the answer is looked for. */
  public enum Answer {
    /** The sentence, else the last box, else the whole where it is one line. */
    AUTO,
    /** Behind the last {@code final answer is}, up to {@code . I hope it is correct} or the end of the line. */
    SENTENCE,
    /** The last box. */
    BOXED,
    /** The whole completion. */
    WHOLE
  }

  private static final String SENTENCE = "final answer is";
  private static final String HOPE = ". I hope it is correct";

  private Answer answer = Answer.AUTO;

  @Override
  public void configure(Config config) {
    answer = config.choice("answer", Answer.class, Answer.AUTO);
  }

  @Override
  public Extraction extract(Problem problem, Solution solution) {
    String text = solution.completion();
    return switch (answer) {
      case SENTENCE -> sentence(text);
      case BOXED -> boxed(text);
      case WHOLE -> whole(text);
      case AUTO -> {
        Extraction found = sentence(text);
        found = found.answer().isEmpty() ? boxed(text) : found;
        yield found.answer().isEmpty() && text.strip().indexOf('\n') < 0 ? whole(text) : found;
      }
    };
  }

  @Override
  public Verdict compare(Problem problem, String reference, String given, GradingContext context) {
    return Equivalence.compare(FinalAnswer.normalise(reference), FinalAnswer.normalise(given));
  }

  private static Extraction sentence(String text) {
    int at = text.lastIndexOf(SENTENCE);
    if (at < 0) {
      return Extraction.NONE;
    }
    int start = at + SENTENCE.length();
    int hope = text.indexOf(HOPE, start);
    int line = text.indexOf('\n', start);
    int end = hope >= 0 ? hope : line >= 0 ? line : text.length();
    if (hope < 0 && text.startsWith(".", end - 1) && end - 1 >= start) {
      end--;
    }
    return span(text, start, end, "sentence");
  }

  private static Extraction boxed(String text) {
    int at = text.lastIndexOf("\\boxed{");
    if (at < 0) {
      return Extraction.NONE;
    }
    int start = at + "\\boxed{".length();
    int depth = 1;
    for (int i = start; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return span(text, start, i, "boxed");
      }
    }
    return Extraction.NONE;
  }

  private static Extraction whole(String text) {
    return span(text, 0, text.length(), "whole");
  }

  private static Extraction span(String text, int from, int to, String rule) {
    int start = from;
    int end = to;
    while (start < end && (Character.isWhitespace(text.charAt(start)) || start == from && text.charAt(start) == ':')) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return start == end
        ? Extraction.NONE
        : new Extraction(Optional.of(text.substring(start, end)), start, end, rule);
  }
}
