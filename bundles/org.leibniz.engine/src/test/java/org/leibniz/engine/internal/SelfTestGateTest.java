package org.leibniz.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Extraction;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.grader.GradingContext;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.plugin.Kind;
import org.leibniz.api.strategy.Solution;

class SelfTestGateTest {
  private static final List<Problem> PROBLEMS =
      List.of(problem("a", "4"), problem("b", "x\n= 2"), problem("c", "4"), problem("d", "x\n= 2"));

  private static Problem problem(String id, String answer) {
    return new Problem(id, 0, "?", Problem.ALL, 0, List.of(), answer, "", Map.of());
  }

  private record Compared(BiPredicate<String, String> equal) implements Grader {
    @Override
    public Extraction extract(Problem problem, Solution solution) {
      return Extraction.NONE;
    }

    @Override
    public Verdict compare(Problem problem, String reference, String given, GradingContext context) {
      return equal.test(reference, given) ? Verdict.equal("same", "test") : Verdict.different("other", "test");
    }
  }

  private static String warning(boolean pairs, BiPredicate<String, String> equal) {
    return new SelfTestGate(true, pairs).warning("mine", new Compared(equal), PROBLEMS);
  }

  @Test
  void namesGoldAnswersThatDoNotEqualThemselves() {
    assertThat(warning(false, String::equals)).isEmpty();
    assertThat(warning(false, (a, b) -> a.length() == 1 && a.equals(b)))
        .isEqualTo("grader mine fails its self-test: 1 of 2 different gold answers do not equal themselves, first b: x = 2");
  }

  @Test
  void countsAComparisonThatThrowsAsWrong() {
    BiPredicate<String, String> throwing =
        (a, b) -> {
          throw new IllegalStateException("no");
        };
    assertThat(warning(false, throwing)).contains("2 of 2 different gold answers");
  }

  @Test
  void graderFromElsewhereIsTestedOnGeneratedPairsToo() {
    assertThat(warning(true, String::equals))
        .contains("of 5000 generated pairs 0 wrongly accepted")
        .doesNotContain("gold answers")
        .doesNotContain(" 0 wrongly refused");
  }

  @Test
  void onlyGradersThatAnswerForTheirComparisonsAreAsked() {
    ListedPlugins plugins =
        new ListedPlugins()
            .with(Kind.GRADER, "paper", () -> new Compared(String::equals))
            .with(Kind.GRADER, "own", () -> new Compared(String::equals), SelfTestGate.CAPABILITY);
    assertThat(SelfTestGate.of(plugins, "paper")).isEqualTo(new SelfTestGate(false, false));
    assertThat(SelfTestGate.of(plugins, "own")).isEqualTo(new SelfTestGate(true, false));
  }
}
