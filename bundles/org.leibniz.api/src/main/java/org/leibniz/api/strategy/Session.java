package org.leibniz.api.strategy;

import java.util.List;
import java.util.OptionalInt;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Notebook;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.TokenScores;

/**
 * A strategy's only way out: every call is recorded with its time, tokens and stop reason, checked against the run's limits
 * and cancellation, and seeded from its identity. Used by one thread; branches may be used by one thread each.
 */
public interface Session {
  /** The role of the model that solves problems. */
  String POLICY = "policy";

  /** What is known of the model in {@code role}. */
  ModelInfo model(String role);

  /** The run's worked examples in order ({@code strategy.shots} of the run file), empty for zero-shot. */
  List<Shot> shots();

  Generation generate(String role, Prompt prompt, Decoding decoding);

  default Generation generate(Prompt prompt, Decoding decoding) {
    return generate(POLICY, prompt, decoding);
  }

  TokenScores score(String role, Prompt prompt, String text);

  /** Tokens of a prompt as the model in {@code role} counts them, empty where it cannot. */
  OptionalInt countTokens(String role, Prompt prompt);

  /** Runs a program in a session of its own. */
  Execution run(String program);

  /** This branch's notebook, opened at first use and closed by the engine. */
  Notebook notebook();

  /** The branch name, empty for the main one. */
  String branchName();

  /** A branch with its own ordinals and its own notebook; the same name gives the same branch. */
  Session branch(String name);

  /** The run's first grader, lent for extraction and comparison. */
  Answers answers();

  /** Ordinal of the call made last in this branch, -1 before the first. */
  int lastCall();
}
