package org.leibniz.api.strategy;

import java.util.List;
import java.util.Optional;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.plugin.Plugin;

/**
 * A way of reasoning. Called from one virtual thread per sample, many at a time, so write plain blocking code and keep no
 * state between samples.
 */
public interface DecodingStrategy extends Plugin {
  /**
   * Solves one problem. Exceptions cost this sample its outcome and nothing else; a {@code LeibnizException} with code
   * {@code CANCELLED} must not be caught.
   */
  Solution solve(Problem problem, Session session);

  /** The first call {@link #solve} would make, for {@code leibniz preview}; empty where it depends on earlier replies. */
  default Optional<FirstCall> preview(Problem problem, ModelInfo model, List<Shot> shots) {
    return Optional.empty();
  }

  /**
   * A call that would be made.
   *
   * @param overflow what happens to a prompt that is too long, one sentence
   */
  record FirstCall(Prompt prompt, Decoding decoding, String overflow) {}
}
