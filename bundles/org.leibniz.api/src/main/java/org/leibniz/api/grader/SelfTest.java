package org.leibniz.api.grader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Problem;

/**
 * How a grader does on generated pairs whose truth is known by construction: the same value written otherwise, and values that
 * look alike but differ (a digit, a sign, a bracket, a factor of ten or a hundred). The pairs depend on the seed alone.
 *
 * @param pairs how many were judged, each in both directions and each side with itself
 * @param unequalToSelf answers that did not equal themselves
 * @param asymmetric pairs whose verdict changes when the sides do
 * @param wronglyAccepted different pairs that were said to be equal
 * @param wronglyRefused equal pairs that were not
 * @param failures comparisons that threw
 * @param examples up to ten of the pairs that went wrong, one line each
 */
public record SelfTest(
    int pairs,
    int unequalToSelf,
    int asymmetric,
    int wronglyAccepted,
    int wronglyRefused,
    int failures,
    List<String> examples) {
  /** What the gate asks for. */
  public static final int PAIRS = 5000;

  private static final int EXAMPLES = 10;
  private static final GradingContext NO_EXECUTOR =
      program -> {
        throw new LeibnizException(ErrorCode.EXECUTOR_FAILED, "a self-test has no executor");
      };

  public SelfTest {
    examples = List.copyOf(examples);
  }

  /** Whether nothing at all went wrong. */
  public boolean isClean() {
    return unequalToSelf + asymmetric + wronglyAccepted + wronglyRefused + failures == 0;
  }

  /** Judges generated pairs with a configured grader, on the calling thread. */
  public static SelfTest of(Grader grader, int pairs, long seed) {
    Count count = new Count(grader);
    Random random = new Random(seed);
    for (int i = 0; i < pairs; i++) {
      count.judge(GeneratedPair.next(random));
    }
    return count.result(pairs);
  }

  private static final class Count {
    private final Grader grader;
    private final List<String> examples = new ArrayList<>();
    private int self;
    private int asymmetric;
    private int accepted;
    private int refused;
    private int failures;

    private Count(Grader grader) {
      this.grader = grader;
    }

    private void judge(GeneratedPair pair) {
      try {
        boolean forward = equal(pair.a(), pair.b());
        boolean back = equal(pair.b(), pair.a());
        self += note(!equal(pair.a(), pair.a()) || !equal(pair.b(), pair.b()), pair, "does not equal itself");
        asymmetric += note(forward != back, pair, "is not symmetric");
        accepted += note(forward && !pair.equal(), pair, "is accepted");
        refused += note(!forward && pair.equal(), pair, "is refused");
      } catch (RuntimeException | StackOverflowError e) {
        failures += note(true, pair, "fails: " + e);
      }
    }

    private boolean equal(String reference, String given) {
      Problem problem = new Problem("self-test", 0, "", Problem.ALL, 0, List.of(), reference, "", Map.of());
      return grader.compare(problem, reference, given, NO_EXECUTOR).equality() == Verdict.Equality.EQUAL;
    }

    private int note(boolean wrong, GeneratedPair pair, String what) {
      if (wrong && examples.size() < EXAMPLES) {
        examples.add(pair.a() + " | " + pair.b() + " " + what);
      }
      return wrong ? 1 : 0;
    }

    private SelfTest result(int pairs) {
      return new SelfTest(pairs, self, asymmetric, accepted, refused, failures, examples);
    }
  }
}
