package org.leibniz.engine.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.grader.GradingContext;
import org.leibniz.api.grader.SelfTest;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.plugin.Descriptor;
import org.leibniz.api.plugin.Kind;
import org.leibniz.plugins.InstalledPlugin;
import org.leibniz.plugins.Plugins;

/**
 * What a grader must get right before its verdicts are shown without a warning. Graders of papers are as their authors wrote
 * them and are not asked; one that answers for its comparisons says so with the capability {@value #CAPABILITY}: every gold
 * answer must equal itself, and a grader that did not come with Leibniz must pass the {@link SelfTest} too, which those that
 * did passed when they were built.
 */
record SelfTestGate(boolean gold, boolean pairs) {
  static final String CAPABILITY = "self-tested";

  private static final long SEED = 1;
  private static final int LONGEST = 60;

  private static final GradingContext NO_EXECUTOR =
      program -> {
        throw new LeibnizException(ErrorCode.EXECUTOR_FAILED, "a self-test has no executor");
      };

  static SelfTestGate of(Plugins plugins, String grader) {
    Descriptor descriptor = plugins.descriptor(Kind.GRADER, grader);
    boolean answers = descriptor.capabilities().contains(CAPABILITY);
    return new SelfTestGate(answers, answers && !builtIn(plugins, grader));
  }

  private static boolean builtIn(Plugins plugins, String grader) {
    return plugins.list().stream()
        .filter(plugin -> plugin.descriptor().kind() == Kind.GRADER && plugin.descriptor().id().equals(grader))
        .findFirst()
        .filter(InstalledPlugin::builtIn)
        .isPresent();
  }

  /** One line about what a configured grader gets wrong; empty where it gets everything right or is not asked. */
  String warning(String id, Grader grader, List<Problem> problems) {
    List<String> findings = new ArrayList<>();
    if (gold) {
      goldAnswers(grader, problems).ifPresent(findings::add);
    }
    if (pairs) {
      generatedPairs(grader).ifPresent(findings::add);
    }
    return findings.isEmpty() ? "" : "grader " + id + " fails its self-test: " + String.join("; ", findings);
  }

  private static Optional<String> goldAnswers(Grader grader, List<Problem> problems) {
    Set<List<Object>> judged = new HashSet<>();
    int wrong = 0;
    Problem first = null;
    for (Problem problem : problems) {
      if (judged.add(List.of(problem.answer(), problem.choices())) && !equalsItself(grader, problem)) {
        wrong++;
        first = first == null ? problem : first;
      }
    }
    return first == null
        ? Optional.empty()
        : Optional.of(
            wrong + " of " + judged.size() + " different gold answers do not equal themselves, first " + first.id() + ": "
                + shortened(first.answer()));
  }

  private static boolean equalsItself(Grader grader, Problem problem) {
    try {
      return grader.compare(problem, problem.answer(), problem.answer(), NO_EXECUTOR).equality() == Verdict.Equality.EQUAL;
    } catch (RuntimeException | StackOverflowError _) {
      return false;
    }
  }

  private static Optional<String> generatedPairs(Grader grader) {
    SelfTest result = SelfTest.of(grader, SelfTest.PAIRS, SEED);
    return result.isClean()
        ? Optional.empty()
        : Optional.of(
            "of " + result.pairs() + " generated pairs " + result.wronglyAccepted() + " wrongly accepted, "
                + result.wronglyRefused() + " wrongly refused, " + result.asymmetric() + " asymmetric, "
                + result.unequalToSelf() + " unequal to themselves, " + result.failures() + " failed");
  }

  private static String shortened(String answer) {
    String line = answer.replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
