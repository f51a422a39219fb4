package org.leibniz.cli.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Part;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.Sampling;
import org.leibniz.api.model.Stops;
import org.leibniz.api.strategy.DecodingStrategy.FirstCall;
import org.leibniz.engine.Cancellation;
import org.leibniz.engine.Preview;
import org.leibniz.engine.RunEngine;
import org.leibniz.engine.RunListener;
import org.leibniz.engine.RunPlan;
import org.leibniz.engine.RunResult;
import org.leibniz.store.Grading;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;
import org.leibniz.store.SampleKey;
import org.leibniz.store.StoredSample;
import org.leibniz.workspace.GridRules;
import org.leibniz.workspace.RunSpec;

/** Plans three problems for every specification and "solves" two of them. */
final class FakeEngine implements RunEngine {
  final List<RunSpec> planned = new ArrayList<>();
  final List<String> started = new ArrayList<>();
  boolean cancelDuringRun;
  private final List<Problem> problems =
      List.of(Samples.problem("p1", "Algebra", 1), Samples.problem("p2", "Algebra", 2), Samples.problem("p3", "Geometry", 2));

  @Override
  public RunPlan plan(RunSpec spec) {
    if (spec.strategy().id().equals("nonsense")) {
      throw LeibnizException.usage(spec.source() + ": strategy: no strategy 'nonsense'");
    }
    planned.add(spec);
    return new RunPlan(spec, new Dataset("gsm8k", "test", "test.jsonl", "d1", problems), problems, spec.name(), Map.of());
  }

  @Override
  public RunResult run(RunPlan plan, RunStore store, boolean fresh, RunListener listener, Cancellation cancellation) {
    started.add(plan.spec().name());
    int number = started.size();
    List<Grading> gradings = List.of(Samples.grading(number * 10L, "exact"));
    List<StoredSample> samples =
        List.of(
            Samples.sample(problems.get(0), gradings, Outcome.CORRECT),
            Samples.sample(problems.get(1), gradings, number == 1 ? Outcome.WRONG : Outcome.CORRECT),
            Samples.sample(problems.get(2), gradings, number == 1 ? Outcome.CORRECT : Outcome.STRATEGY_FAILED));
    RunRow row =
        Samples.named(
            Samples.run(number, "0000000" + number, plan.spec().name(), 3), plan.spec().experiment(), "gsm8k",
            plan.spec().strategy().id(), "model-7b");
    ((MemoryStore) store).put(row, gradings, samples);
    listener.started(row, 3, 0, 0);
    samples.forEach(sample -> listener.committed(new SampleKey(sample.problem().id(), 0), sample.outcome(), 5));
    if (cancelDuringRun) {
      cancellation.request();
    }
    return new RunResult(row, false, cancelDuringRun, 10, 3);
  }

  @Override
  public Preview preview(RunSpec spec, Optional<String> problem) {
    Prompt prompt = new Prompt(List.of(new Part.Control("<|user|>"), new Part.Text("What is 6 times 7? <|user|>")));
    Decoding decoding = new Decoding(Sampling.GREEDY, new Stops(List.of("</s>"), false), 512, 1536);
    return new Preview(plan(spec), problems.getFirst(), Optional.of(new FirstCall(prompt, decoding, "the last 1536 tokens are kept")), OptionalInt.of(11));
  }

  @Override
  public GridRules gridRules() {
    return (section, id, key) -> false;
  }
}
