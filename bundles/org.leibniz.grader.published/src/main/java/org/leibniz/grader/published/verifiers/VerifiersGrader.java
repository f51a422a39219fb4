package org.leibniz.grader.published.verifiers;

import java.util.Optional;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Extraction;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.grader.GradingContext;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.api.strategy.Solution;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** The answer is the line that starts with {@code "A: "}, compared as a string without commas. */
@Component(scope = ServiceScope.PROTOTYPE, service = Grader.class, property = Plugin.ID + "=verifiers")
public final class VerifiersGrader implements Grader {
  private static final String MARK = "A: ";

  @Override
  public Extraction extract(Problem problem, Solution solution) {
    String text = solution.completion();
    int mark = text.startsWith(MARK) ? 0 : text.indexOf("\n" + MARK) + 1;
    if (mark == 0 && !text.startsWith(MARK)) {
      return Extraction.NONE;
    }
    int start = mark + MARK.length();
    int line = text.indexOf('\n', start);
    int end = line < 0 ? text.length() : line;
    String answer = text.substring(start, end).strip().replace(",", "");
    return answer.isEmpty() ? Extraction.NONE : new Extraction(Optional.of(answer), start, end, "A:");
  }

  @Override
  public Verdict compare(Problem problem, String reference, String given, GradingContext context) {
    return reference.strip().replace(",", "").equals(given.strip().replace(",", ""))
        ? Verdict.equal("the same text without commas", "string")
        : Verdict.different("different texts", "string");
  }
}
