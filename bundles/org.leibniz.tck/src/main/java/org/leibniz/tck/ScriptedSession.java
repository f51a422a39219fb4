package org.leibniz.tck;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Notebook;
import org.leibniz.api.executor.Status;
import org.leibniz.api.grader.Extraction;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.TokenScores;
import org.leibniz.api.strategy.Answers;
import org.leibniz.api.strategy.Session;
import org.leibniz.api.strategy.Shot;
import org.leibniz.api.strategy.Solution;

/**
 * A session for tests of strategies: replies come from a script, in order and whatever the branch; programs are answered by
 * a function. What was asked is kept in {@link #prompts} and {@link #programs}. For one thread.
 */
public final class ScriptedSession implements Session {
  private final Deque<Generation> replies = new ArrayDeque<>();
  private final Script script;
  private final String branch;
  private final Map<String, ScriptedSession> branches = new HashMap<>();
  private int ordinal;

  /** Shared by all branches. */
  private static final class Script {
    private final List<Prompt> prompts = new ArrayList<>();
    private final List<String> programs = new ArrayList<>();
    private Function<String, Execution> executor = program -> printed("");
    private List<Shot> shots = List.of();
    private ModelInfo info = new ModelInfo("scripted", "0", Map.of());
  }

  public ScriptedSession(Generation... replies) {
    this(new Script(), "");
    this.replies.addAll(List.of(replies));
  }

  private ScriptedSession(Script script, String branch) {
    this.script = script;
    this.branch = branch;
  }

  public ScriptedSession withExecutor(Function<String, Execution> executor) {
    script.executor = executor;
    return this;
  }

  public ScriptedSession withShots(List<Shot> shots) {
    script.shots = List.copyOf(shots);
    return this;
  }

  public ScriptedSession withModel(ModelInfo info) {
    script.info = info;
    return this;
  }

  /** An execution that ended well and printed {@code text}. */
  public static Execution printed(String text) {
    return new Execution(Status.OK, "", text, "", text, Execution.ErrorInfo.NONE, 1, 1);
  }

  /** An execution that ended well and echoed the value {@code value}. */
  public static Execution echoed(String value) {
    return new Execution(Status.OK, value, "", "", value, Execution.ErrorInfo.NONE, 1, 1);
  }

  /** An execution that ended badly. */
  public static Execution failed(Status status, String type, String message) {
    String traceback = type + ": " + message;
    return new Execution(
        status, "", "", "", status == Status.ERROR ? traceback : "", new Execution.ErrorInfo(type, message, traceback), 1, 1);
  }

  /** Prompts of all model calls so far, in order. */
  public List<Prompt> prompts() {
    return List.copyOf(script.prompts);
  }

  /** Programs of all executions so far, in order. */
  public List<String> programs() {
    return List.copyOf(script.programs);
  }

  @Override
  public ModelInfo model(String role) {
    return script.info;
  }

  @Override
  public List<Shot> shots() {
    return script.shots;
  }

  @Override
  public Generation generate(String role, Prompt prompt, Decoding decoding) {
    ordinal++;
    script.prompts.add(prompt);
    Generation reply = replies.poll();
    if (reply == null) {
      throw new LeibnizException(ErrorCode.MODEL_FAILED, "the script has no more replies");
    }
    return reply;
  }

  @Override
  public TokenScores score(String role, Prompt prompt, String text) {
    ordinal++;
    return new TokenScores(List.of());
  }

  @Override
  public OptionalInt countTokens(String role, Prompt prompt) {
    return OptionalInt.empty();
  }

  @Override
  public Execution run(String program) {
    ordinal++;
    script.programs.add(program);
    return script.executor.apply(program);
  }

  @Override
  public Notebook notebook() {
    return new Notebook() {
      @Override
      public Execution run(String code) {
        return ScriptedSession.this.run(code);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public String branchName() {
    return branch;
  }

  @Override
  public Session branch(String name) {
    return branches.computeIfAbsent(
        name,
        unused -> {
          ScriptedSession child = new ScriptedSession(script, branch.isEmpty() ? name : branch + "/" + name);
          child.replies.addAll(replies);
          return child;
        });
  }

  @Override
  public Answers answers() {
    return new Answers() {
      @Override
      public Extraction extract(Solution solution) {
        String completion = solution.completion().strip();
        return completion.isEmpty() ? Extraction.NONE : Extraction.of(completion, "whole");
      }

      @Override
      public boolean same(String first, String second) {
        return first.equals(second);
      }
    };
  }

  @Override
  public int lastCall() {
    return ordinal - 1;
  }
}
