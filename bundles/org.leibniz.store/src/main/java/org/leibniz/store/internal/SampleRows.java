package org.leibniz.store.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.model.Usage;
import org.leibniz.store.CallRecord;
import org.leibniz.store.FinishedSample;
import org.leibniz.store.SampleKey;
import org.leibniz.store.VerdictRecord;

/**
 * A finished sample as rows, ready for the writer. {@code sample[2]} and the calls' {@code [0]} are numbers of calls that
 * only the writer knows.
 *
 * @param counted one for each verdict
 */
record SampleRows(
    SampleKey key, long id, Object[] sample, List<Object[]> calls, List<Object[]> verdicts, List<SummaryKey> counted) {
  static final int FIRST_CALL = 2;

  static final String INSERT =
      """
      INSERT INTO store.sample (id, problem, first_call, calls, started, millis, strategy_digest, failure, flags, ending, layout,
        own_text, model_calls, programs, programs_failed, prompt_tokens, completion_tokens)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  static final String INSERT_VERDICT =
      """
      INSERT INTO store.verdict (id, outcome, answer, answer_start, answer_end, rule, equal, reason, layer)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  static SampleRows of(FinishedSample sample, OpenRun run) {
    OpenRun.Slot slot = run.slot(sample.key());
    long id = Key.sample(run.key(), slot.place(), sample.key().sample());
    if (sample.verdicts().size() != run.gradings()) {
      throw new LeibnizException(
          ErrorCode.INTERNAL,
          "the run has " + run.gradings() + " gradings and the sample " + sample.verdicts().size() + " verdicts");
    }
    List<Object[]> verdicts = new ArrayList<>(sample.verdicts().size());
    List<SummaryKey> counted = new ArrayList<>(sample.verdicts().size());
    for (int number = 0; number < sample.verdicts().size(); number++) {
      VerdictRecord verdict = sample.verdicts().get(number);
      long grading = Key.grading(run.key(), number);
      verdicts.add(verdict(Key.verdict(grading, id), verdict));
      counted.add(new SummaryKey(grading, slot.subject(), slot.level(), verdict.outcome().id()));
    }
    List<Object[]> calls = run.callRows().rows(sample.calls());
    calls.forEach(call -> call[1] = id);
    return new SampleRows(sample.key(), id, row(id, slot.problem(), sample, run.labels().of(sample.strategyDigest())), calls, verdicts, counted);
  }

  static Object[] verdict(long id, VerdictRecord verdict) {
    return new Object[] {
      id,
      verdict.outcome().id(),
      verdict.answer().orElse(null),
      verdict.start(),
      verdict.end(),
      CallRows.orNull(verdict.rule()),
      verdict.equal().orElse(null),
      CallRows.orNull(verdict.reason()),
      CallRows.orNull(verdict.layer())
    };
  }

  private static Object[] row(long id, long problem, FinishedSample sample, long strategyDigest) {
    SolutionText solution = SolutionText.of(sample.solution(), sample.calls());
    Counts counts = Counts.of(sample.calls());
    return new Object[] {
      id,
      problem,
      null,
      sample.calls().size(),
      sample.started(),
      sample.millis(),
      strategyDigest,
      CallRows.orNull(sample.failure()),
      flags(sample.flags()),
      Names.of(sample.solution().ending()),
      solution.layout(),
      CallRows.orNull(solution.own()),
      counts.modelCalls,
      counts.programs,
      counts.programsFailed,
      counts.promptTokens,
      counts.completionTokens
    };
  }

  /** Sorted, separated by commas; null where there are none. */
  private static String flags(Set<String> flags) {
    for (String flag : flags) {
      if (flag.isEmpty() || flag.contains(",")) {
        throw new LeibnizException(ErrorCode.INTERNAL, "not a flag: '" + flag + "'");
      }
    }
    return flags.isEmpty() ? null : String.join(",", new TreeSet<>(flags));
  }

  /** What metrics need of a sample's calls, so that they need not be read for it. */
  private static final class Counts {
    private int modelCalls;
    private int programs;
    private int programsFailed;
    private long promptTokens;
    private long completionTokens;

    static Counts of(List<CallRecord> calls) {
      Counts counts = new Counts();
      calls.forEach(counts::add);
      return counts;
    }

    private void add(CallRecord call) {
      switch (call) {
        case CallRecord.Generated generated -> {
          modelCalls++;
          generated.reply().ifPresent(reply -> add(reply.usage()));
        }
        case CallRecord.Scored _ -> modelCalls++;
        case CallRecord.Executed executed -> {
          programs++;
          programsFailed += executed.result().filter(Execution::succeeded).isPresent() ? 0 : 1;
        }
      }
    }

    /** A sum with an unknown part is unknown. */
    private void add(Usage usage) {
      promptTokens = plus(promptTokens, usage.promptTokens());
      completionTokens = plus(completionTokens, usage.completionTokens());
    }

    private static long plus(long sum, int tokens) {
      return sum < 0 || tokens < 0 ? -1 : sum + tokens;
    }
  }
}
