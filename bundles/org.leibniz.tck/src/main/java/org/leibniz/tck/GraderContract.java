package org.leibniz.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leibniz.api.Config;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Choice;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Extraction;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.grader.GradingContext;
import org.leibniz.api.grader.SelfTest;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.strategy.Solution;

/** What every grader must keep. Extend it and say how yours is made and what answers it grades. */
public abstract class GraderContract {
  private static final Duration GENEROUS = Duration.ofSeconds(60);
  private static final int MEGABYTE = 1 << 20;

  /** Texts as models, programs and attackers write them. */
  private static final List<String> GARBAGE =
      List.of(
          "", " ", "\n\n", "\u0000", "\ud800", "∞ \u202e", "\\", "\\\\", "{", "}", "((((", "))))", "[1,", "(,)", "-", ".",
          "1/0", "0^{-1}", "10^{10^{10}}", "9!!!!!", "\\frac", "\\frac{}{}", "\\sqrt", "\\boxed", "\\boxed{", "\\boxed ",
          "oxed{", "oxed{}", "#### ", "The answer is", "$", "$$", "%", "|", "|||", "_", "^", "x^", "x_", "=", "==", ",", "<",
          "Traceback (most recent call last)\n  File \"<stdin>\", line 1\nZeroDivisionError: division by zero",
          "{'x': 1, 'y': [2, 3]}", "<|endofblock|>", "nan", "inf", "-oo", "1e999999999", "\\begin{pmatrix}1\\\\2");

  private Grader grader;

  /** A new, unconfigured grader. */
  protected abstract Grader create();

  /** Answers it grades, each different from all others. */
  protected abstract List<String> answers();

  /** Settings to configure it with. */
  protected Config config() {
    return Config.EMPTY;
  }

  /** A problem with a gold answer, open and without attributes unless a grader needs more. */
  protected Problem problem(String answer) {
    return new Problem("p1", 0, "What is it?", Problem.ALL, 0, List.of(), answer, "", Map.of());
  }

  /** The context of a run without an executor. */
  protected GradingContext context() {
    return program -> {
      throw new LeibnizException(ErrorCode.EXECUTOR_FAILED, "this run has no executor");
    };
  }

  @BeforeEach
  final void configureGrader() {
    grader = create();
    grader.configure(config());
  }

  /**
   * Whether it compares by mathematics: then all of {@link SelfTest#PAIRS} generated pairs must be judged right, both ways
   * round. For others the self-test must only end without a failure; what it counts is shown by {@code leibniz graders ID}.
   */
  protected boolean comparesMathematics() {
    return false;
  }

  @Test
  void selfTestHoldsOnGeneratedPairs() {
    SelfTest result = SelfTest.of(grader, SelfTest.PAIRS, 1);
    assertThat(result.failures()).as(String.join("; ", result.examples())).isZero();
    if (comparesMathematics()) {
      assertThat(result.isClean()).as(String.join("; ", result.examples())).isTrue();
    }
  }

  @Test
  void goldAnswerEqualsItself() {
    for (String answer : answers()) {
      assertThat(compare(answer, answer).equality()).as(answer).isEqualTo(Verdict.Equality.EQUAL);
    }
  }

  @Test
  void differentAnswersAreNotEqual() {
    for (String first : answers()) {
      for (String second : answers()) {
        if (!first.equals(second)) {
          assertThat(compare(first, second).equality()).as(first + " | " + second).isNotEqualTo(Verdict.Equality.EQUAL);
        }
      }
    }
  }

  @Test
  void verdictsSayWhyInOneLine() {
    for (Verdict verdict : List.of(compare("1", "1"), compare("1", "2"), compare("1", "\\frac{"))) {
      assertThat(verdict.reason()).isNotBlank().doesNotContain("\n");
      assertThat(verdict.layer()).isNotBlank().doesNotContain("\n");
    }
  }

  @Test
  void extractedSpanLiesInTheCompletionAndHoldsTheAnswer() {
    for (String text : texts()) {
      Extraction found = grader.extract(problem("1"), Solution.ofText(text));
      if (found.start() >= 0) {
        assertThat(found.start()).isLessThanOrEqualTo(found.end());
        assertThat(found.end()).isLessThanOrEqualTo(text.length());
        assertThat(found.answer()).as(text).isPresent();
      }
    }
  }

  @Test
  void extractionAndVerdictAreStable() {
    for (String text : texts()) {
      Extraction found = grader.extract(problem("1"), Solution.ofText(text));
      Verdict verdict = compare("1", text);
      assertThat(grader.extract(problem("1"), Solution.ofText(text))).as(text).isEqualTo(found);
      assertThat(compare("1", text)).as(text).isEqualTo(verdict);
    }
  }

  @Test
  void verdictDoesNotDependOnWhatWasGradedBefore() {
    List<Verdict> fresh = new ArrayList<>();
    for (String text : texts()) {
      Grader unused = create();
      unused.configure(config());
      fresh.add(unused.compare(problem("1"), "1", text, context()));
    }
    List<Verdict> inOrder = new ArrayList<>();
    for (String text : texts()) {
      inOrder.add(compare("1", text));
    }
    assertThat(inOrder).isEqualTo(fresh);
  }

  @Test
  void neverThrowsOnGarbage() {
    for (String first : GARBAGE) {
      assertThatCode(() -> grader.extract(problem("1"), Solution.ofText(first))).as(first).doesNotThrowAnyException();
      for (String second : GARBAGE) {
        assertTimeoutPreemptively(
            GENEROUS,
            () ->
                assertThatCode(() -> compare(first, second)).as(first + " | " + second).doesNotThrowAnyException());
      }
    }
  }

  @Test
  void endsOnAMegabyteOfGarbage() {
    for (String unit :
        List.of("a", "9", "(", ")", "{", "\\frac{", "\\sqrt", "-", "+1", "1/", "x^", "|", ",", "!", " is ", "=", "oxed{",
            "\\boxed{", "\\boxed{1}", "f(", "1,000", ".5", "\\text{ ", "the answer is ", "#### 1\n", "\\left(", "^2", "km",
            "\n", "[1,2]")) {
      String text = unit.repeat(MEGABYTE / unit.length());
      assertTimeoutPreemptively(
          GENEROUS,
          () -> {
            grader.extract(problem("1"), Solution.ofText(text));
            compare("1", text);
            compare(text, "1");
            compare(text, text + "1");
          },
          unit);
    }
  }

  @Test
  void gradesMultipleChoiceProblems() {
    Problem problem =
        new Problem(
            "p2", 0, "Which?", Problem.ALL, 0, List.of(new Choice("A", "1"), new Choice("B", "2")), "B", "", Map.of());
    assertThat(grader.compare(problem, "B", "B", context()).equality()).isEqualTo(Verdict.Equality.EQUAL);
    assertThat(grader.compare(problem, "B", "A", context()).equality()).isNotEqualTo(Verdict.Equality.EQUAL);
  }

  @Test
  void gradesFromManyThreadsAtATime() throws Exception {
    List<String> texts = texts();
    List<Verdict> expected = texts.stream().map(text -> compare("1", text)).toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Verdict>>> results = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        results.add(threads.submit(() -> texts.stream().map(text -> compare("1", text)).toList()));
      }
      for (Future<List<Verdict>> result : results) {
        assertThat(result.get()).isEqualTo(expected);
      }
    }
  }

  private List<String> texts() {
    List<String> texts = new ArrayList<>(GARBAGE);
    texts.addAll(answers());
    for (String answer : answers()) {
      texts.add("So we get \\(\\boxed{" + answer + "}\\).");
      texts.add("The answer is: " + answer);
    }
    return texts;
  }

  private Verdict compare(String reference, String given) {
    return grader.compare(problem(reference), reference, given, context());
  }
}
