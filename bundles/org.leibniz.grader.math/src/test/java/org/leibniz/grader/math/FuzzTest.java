package org.leibniz.grader.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Extraction;
import org.leibniz.api.grader.GradingContext;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.strategy.Solution;

/** Random texts of the grader's own vocabulary. {@code -Dleibniz.fuzz=1000000} for a long one, {@code -Dleibniz.seed=N}. */
class FuzzTest {
  private static final int COUNT = Integer.getInteger("leibniz.fuzz", 20_000);
  private static final long SEED = Long.getLong("leibniz.seed", 1);
  private static final List<String> VOCABULARY =
      List.of("\\frac", "\\sqrt", "{", "}", "(", ")", "[", "]", "^", "_", "1", "2", "9", "10", "x", "y", "+", "-", "*", "/",
          "=", "<", "\\le", ",", ";", " ", "\\pi", "i", "e", "!", "%", "|", "\\pm", "\\cup", "\\infty", "\\text{", "and", "or",
          "cm", "\\begin{pmatrix}", "\\\\", "&", "\\end{pmatrix}", "sin", "\\log", "\\binom", "0.5", "1,000", "e9", "^\\circ",
          ":", "\\boxed{", "answer is", "####", "$", "\\(", "\\)", "f(", "\\{", "\\}", "million", "\u221e", "\ud800",
          "\\overline{", ".", "5!", "99999", "_8", "\\in", "!=", "**", "I", "Matrix(", "\\sqrt[", "inf", "\n", "Error");

  @Test
  void neverThrowsEqualsItselfAndIsSymmetric() {
    MathGrader grader = new MathGrader();
    grader.configure(Config.EMPTY);
    Random random = new Random(SEED);
    for (int i = 0; i < COUNT; i++) {
      String a = text(random);
      String b = random.nextInt(3) == 0 ? a + VOCABULARY.get(random.nextInt(VOCABULARY.size())) : text(random);
      Extraction found = grader.extract(problem(a), Solution.ofText(a));
      assertThat(found.end()).as(a).isLessThanOrEqualTo(a.length());
      boolean forward = equal(grader, a, b);
      assertThat(equal(grader, b, a)).as(a + " | " + b).isEqualTo(forward);
      if (!a.isBlank()) {
        assertThat(equal(grader, a, a)).as(a).isTrue();
      }
    }
  }

  private static boolean equal(MathGrader grader, String a, String b) {
    GradingContext none =
        program -> {
          throw new IllegalStateException("the grader runs no programs");
        };
    return grader.compare(problem(a), a, b, none).equality() == Verdict.Equality.EQUAL;
  }

  private static Problem problem(String answer) {
    return new Problem("p", 0, "", Problem.ALL, 0, List.of(), answer, "", Map.of());
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = 1 + random.nextInt(14); n > 0; n--) {
      text.append(VOCABULARY.get(random.nextInt(VOCABULARY.size())));
    }
    return text.toString();
  }
}
