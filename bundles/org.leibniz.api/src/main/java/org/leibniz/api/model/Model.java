package org.leibniz.api.model;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.strategy.Solution;

/** An opened model. Thread-safe: hundreds of virtual threads may call it at a time, and it batches inside. */
public interface Model extends AutoCloseable {
  ModelInfo info();

  /**
   * Completes a prompt; blocks until the reply is whole. Responds to interruption by throwing {@code CANCELLED}.
   *
   * @throws LeibnizException with code {@code MODEL_FAILED} when no reply can be given
   */
  Generation generate(GenerationRequest request);

  /** Log-probabilities of {@code text} after {@code prompt}. */
  default TokenScores score(Prompt prompt, String text) {
    throw new LeibnizException(ErrorCode.MODEL_FAILED, info().name() + " cannot score given text");
  }

  /** Tokens of a prompt as this model counts them, empty where it cannot. */
  default OptionalInt countTokens(Prompt prompt) {
    return OptionalInt.empty();
  }

  /** Called once, before any other call of a run, with the run's problems. */
  default Coverage prepare(List<Problem> problems) {
    return Coverage.ALL;
  }

  /**
   * Called once per finished sample; a recorded model compares what happened with what its record says.
   *
   * @return flags to set on the sample, for instance {@code execution-differs}
   */
  default Set<String> review(Problem problem, int sample, Solution solution) {
    return Set.of();
  }

  @Override
  default void close() {}
}
