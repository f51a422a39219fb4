package org.leibniz.engine.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.leibniz.api.CallId;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Notebook;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.GenerationRequest;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.TokenScores;
import org.leibniz.api.strategy.Answers;
import org.leibniz.api.strategy.Session;
import org.leibniz.api.strategy.Shot;
import org.leibniz.store.CachedReply;
import org.leibniz.store.CallRecord;

/** One branch of one sample: records every call, keeps the limits, derives the seeds. */
final class SampleSession implements Session, AutoCloseable {
  private final SampleScope scope;
  private final String branch;
  private final AtomicInteger ordinals = new AtomicInteger();
  private final Map<String, SampleSession> branches = new ConcurrentHashMap<>();
  private volatile int lastCall = -1;
  private Notebook notebook;

  SampleSession(SampleScope scope, String branch) {
    this.scope = scope;
    this.branch = branch;
  }

  @Override
  public ModelInfo model(String role) {
    return scope.model(role).info();
  }

  @Override
  public List<Shot> shots() {
    return scope.shots();
  }

  @Override
  public Generation generate(String role, Prompt prompt, Decoding decoding) {
    OpenedModel model = scope.model(role);
    Opening opening = open();
    GenerationRequest request = new GenerationRequest(opening.id(), prompt, decoding, scope.seeds().of(opening.id()));
    Optional<Generation> reply = Optional.empty();
    String failure = "";
    boolean cached = false;
    try {
      Optional<CachedReply> kept = scope.cache().find(model, request);
      cached = kept.isPresent();
      Generation generation =
          kept.map(CachedReply::generation)
              .orElseGet(
                  () ->
                      PluginBoundary.call(
                          "model " + model.info().name(), ErrorCode.MODEL_FAILED, () -> model.model().generate(request)));
      if (!cached) {
        scope.cache().keep(model, request, new CachedReply(generation, opening.millis(scope)));
      }
      reply = Optional.of(generation);
      return generation;
    } catch (LeibnizException e) {
      failure = e.getMessage();
      throw e;
    } finally {
      scope.log().add(
          new CallRecord.Generated(
              opening.place(scope), role, prompt, decoding, request.seed(), reply, failure, cached));
    }
  }

  @Override
  public TokenScores score(String role, Prompt prompt, String text) {
    OpenedModel model = scope.model(role);
    Opening opening = open();
    Optional<TokenScores> scores = Optional.empty();
    String failure = "";
    try {
      TokenScores given =
          PluginBoundary.call(
              "model " + model.info().name(), ErrorCode.MODEL_FAILED, () -> model.model().score(prompt, text));
      scores = Optional.of(given);
      return given;
    } catch (LeibnizException e) {
      failure = e.getMessage();
      throw e;
    } finally {
      scope.log().add(new CallRecord.Scored(opening.place(scope), role, prompt, text, scores, failure));
    }
  }

  @Override
  public OptionalInt countTokens(String role, Prompt prompt) {
    return scope.model(role).model().countTokens(prompt);
  }

  @Override
  public Execution run(String program) {
    ProgramExecutor executor = scope.executor();
    Opening opening = open();
    return executed(opening, program, false, () -> executor.run(program, scope.seeds().of(opening.id())));
  }

  @Override
  public synchronized Notebook notebook() {
    if (notebook == null) {
      ProgramExecutor executor = scope.executor();
      CallId first = new CallId(scope.problem().id(), scope.sample(), branch, 0);
      notebook =
          PluginBoundary.call(
              "the executor", ErrorCode.EXECUTOR_FAILED, () -> executor.open(scope.seeds().of(first)));
    }
    return new RecordedNotebook(notebook);
  }

  private Execution executed(
      Opening opening, String code, boolean inNotebook, Supplier<Execution> execution) {
    Optional<Execution> result = Optional.empty();
    String failure = "";
    try {
      Execution given = PluginBoundary.call("the executor", ErrorCode.EXECUTOR_FAILED, execution);
      result = Optional.of(given);
      return given;
    } catch (LeibnizException e) {
      failure = e.getMessage();
      throw e;
    } finally {
      scope.log().add(new CallRecord.Executed(opening.place(scope), code, inNotebook, result, failure));
    }
  }

  @Override
  public String branchName() {
    return branch;
  }

  @Override
  public Session branch(String name) {
    String full = branch.isEmpty() ? name : branch + "/" + name;
    return branches.computeIfAbsent(name, unused -> new SampleSession(scope, full));
  }

  @Override
  public Answers answers() {
    return scope.answers();
  }

  @Override
  public int lastCall() {
    return lastCall;
  }

  private Opening open() {
    scope.checkRunning();
    scope.log().admit();
    int ordinal = ordinals.getAndIncrement();
    int parent = lastCall;
    lastCall = ordinal;
    CallId id = new CallId(scope.problem().id(), scope.sample(), branch, ordinal);
    return new Opening(id, parent, scope.log().millisSinceStart());
  }

  /** Closes this branch's notebook and those of its branches. */
  @Override
  public synchronized void close() {
    branches.values().forEach(SampleSession::close);
    if (notebook != null) {
      Notebook closing = notebook;
      notebook = null;
      PluginBoundary.call(
          "the executor",
          ErrorCode.EXECUTOR_FAILED,
          () -> {
            closing.close();
            return closing;
          });
    }
  }

  /** A call that has begun. */
  private record Opening(CallId id, int parent, long startMillis) {
    long millis(SampleScope scope) {
      return scope.log().millisSinceStart() - startMillis;
    }

    CallRecord.Place place(SampleScope scope) {
      return new CallRecord.Place(id.branch(), id.ordinal(), parent, startMillis, millis(scope));
    }
  }

  /** Hands blocks to the executor's notebook and records them; the engine closes what is beneath. */
  private final class RecordedNotebook implements Notebook {
    private final Notebook inner;

    RecordedNotebook(Notebook inner) {
      this.inner = inner;
    }

    @Override
    public Execution run(String code) {
      return executed(open(), code, true, () -> inner.run(code));
    }

    @Override
    public void close() {}
  }
}
