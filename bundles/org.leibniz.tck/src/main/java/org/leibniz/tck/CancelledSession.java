package org.leibniz.tck;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Notebook;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.TokenScores;
import org.leibniz.api.strategy.Answers;
import org.leibniz.api.strategy.Session;
import org.leibniz.api.strategy.Shot;

/** A session of a run that was cancelled: every call says so. */
final class CancelledSession implements Session {
  private static LeibnizException cancelled() {
    return new LeibnizException(ErrorCode.CANCELLED, "the run was cancelled");
  }

  @Override
  public ModelInfo model(String role) {
    return new ModelInfo("scripted", "0", Map.of());
  }

  @Override
  public List<Shot> shots() {
    return List.of();
  }

  @Override
  public Generation generate(String role, Prompt prompt, Decoding decoding) {
    throw cancelled();
  }

  @Override
  public TokenScores score(String role, Prompt prompt, String text) {
    throw cancelled();
  }

  @Override
  public OptionalInt countTokens(String role, Prompt prompt) {
    return OptionalInt.empty();
  }

  @Override
  public Execution run(String program) {
    throw cancelled();
  }

  @Override
  public Notebook notebook() {
    throw cancelled();
  }

  @Override
  public String branchName() {
    return "";
  }

  @Override
  public Session branch(String name) {
    return this;
  }

  @Override
  public Answers answers() {
    throw cancelled();
  }

  @Override
  public int lastCall() {
    return -1;
  }
}
