package org.leibniz.store.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.Prompt;
import org.leibniz.store.CallRecord;

/** Writes the calls of samples as rows of {@code store.call}; {@link StoredCalls} reads them. Thread-safe. */
final class CallRows {
  /** The first two values, the call's and the sample's key, are filled in by the writer. */
  static final String INSERT =
      """
      INSERT INTO store.call (id, sample, kind, branch, ordinal, parent, start_millis, millis, failure, role, prompt_base,
        prompt_keep, prompt_tail, prompt_layout, text, decoding, seed, cached, ending, matched_stop, stop_included, prompt_tokens,
        completion_tokens, scores, display, result_value, stdout, stderr, error_type, error_message, traceback, cpu_millis,
        result_millis, notebook)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  static final String GENERATED = "g";
  static final String SCORED = "s";
  static final String EXECUTED = "e";

  private static final int COLUMNS = 34;
  private static final int PLACE = 2;
  private static final int PROMPT = 9;
  private static final int TEXT = 14;
  private static final int REPLY = 18;
  private static final int EXECUTION = 24;

  private final PromptBases bases;
  private final Labels labels;

  /** The decoding written last; nearly all calls of a run have the same. */
  private volatile WrittenDecoding last = new WrittenDecoding(null, 0);

  private record WrittenDecoding(Decoding decoding, long label) {}

  CallRows(PromptBases bases, Labels labels) {
    this.bases = bases;
    this.labels = labels;
  }

  List<Object[]> rows(List<CallRecord> calls) {
    List<Object[]> rows = new ArrayList<>(calls.size());
    Earlier earlier = new Earlier();
    for (int index = 0; index < calls.size(); index++) {
      Object[] row = new Object[COLUMNS];
      CallRecord call = calls.get(index);
      place(row, call.place());
      switch (call) {
        case CallRecord.Generated generated -> generated(row, generated, earlier, index);
        case CallRecord.Scored scored -> scored(row, scored, earlier, index);
        case CallRecord.Executed executed -> executed(row, executed);
      }
      rows.add(row);
    }
    return rows;
  }

  private static void place(Object[] row, CallRecord.Place place) {
    row[PLACE + 1] = orNull(place.branch());
    row[PLACE + 2] = place.ordinal();
    row[PLACE + 3] = place.parent();
    row[PLACE + 4] = place.startMillis();
    row[PLACE + 5] = place.millis();
  }

  private void generated(Object[] row, CallRecord.Generated call, Earlier earlier, int index) {
    row[PLACE] = GENERATED;
    row[PLACE + 6] = orNull(call.failure());
    String prompt = prompt(row, call.role(), call.prompt(), call.place().branch(), earlier);
    row[TEXT + 1] = label(call.decoding());
    row[TEXT + 2] = call.seed();
    row[TEXT + 3] = call.cached();
    call.reply().ifPresent(reply -> reply(row, reply));
    earlier.add(call.place().branch(), index, prompt, call.reply().map(Generation::raw).orElse(""));
  }

  private static void reply(Object[] row, Generation reply) {
    row[TEXT] = reply.raw();
    row[REPLY] = Names.of(reply.stop());
    row[REPLY + 1] = reply.matchedStop().orElse(null);
    row[REPLY + 2] = reply.stopIncluded();
    row[REPLY + 3] = reply.usage().promptTokens();
    row[REPLY + 4] = reply.usage().completionTokens();
  }

  private void scored(Object[] row, CallRecord.Scored call, Earlier earlier, int index) {
    row[PLACE] = SCORED;
    row[PLACE + 6] = orNull(call.failure());
    String prompt = prompt(row, call.role(), call.prompt(), call.place().branch(), earlier);
    row[TEXT] = call.text();
    row[REPLY + 5] = Scores.bytes(call.scores());
    earlier.add(call.place().branch(), index, prompt, call.text());
  }

  private static void executed(Object[] row, CallRecord.Executed call) {
    row[PLACE] = EXECUTED;
    row[PLACE + 6] = orNull(call.failure());
    row[TEXT] = call.code();
    row[EXECUTION + 9] = call.notebook();
    call.result().ifPresent(result -> execution(row, result));
  }

  private static void execution(Object[] row, Execution result) {
    row[REPLY] = result.status().id();
    row[EXECUTION] = result.display();
    row[EXECUTION + 1] = orNull(result.value());
    row[EXECUTION + 2] = orNull(result.stdout());
    row[EXECUTION + 3] = orNull(result.stderr());
    row[EXECUTION + 4] = orNull(result.error().type());
    row[EXECUTION + 5] = orNull(result.error().message());
    row[EXECUTION + 6] = orNull(result.error().traceback());
    row[EXECUTION + 7] = result.cpuMillis();
    row[EXECUTION + 8] = result.millis();
  }

  private String prompt(Object[] row, String role, Prompt prompt, String branch, Earlier earlier) {
    PromptText text = PromptText.of(prompt);
    PromptDelta delta = earlier.delta(branch, text.text());
    if (delta.base() == null) {
      delta = bases.delta(text.text());
    }
    row[PROMPT] = role;
    row[PROMPT + 1] = delta.base();
    row[PROMPT + 2] = delta.keep();
    row[PROMPT + 3] = delta.tail();
    row[PROMPT + 4] = text.layout();
    return text.text();
  }

  private long label(Decoding decoding) {
    WrittenDecoding written = last;
    if (!decoding.equals(written.decoding())) {
      written = new WrittenDecoding(decoding, labels.of(Json.ofDecoding(decoding)));
      last = written;
    }
    return written.label();
  }

  static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Prompts of this sample with what came back: the next one usually goes on from there. */
  private static final class Earlier {
    private record Known(int index, String prompt, String reply) {
      PromptDelta delta(String next) {
        return PromptDelta.against(index, prompt + reply, next);
      }
    }

    private final Map<String, Known> newestOfBranch = new HashMap<>();
    private Known first;

    void add(String branch, int index, String prompt, String reply) {
      Known known = new Known(index, prompt, reply);
      newestOfBranch.put(branch, known);
      first = first == null ? known : first;
    }

    PromptDelta delta(String branch, String prompt) {
      if (first == null) {
        return PromptDelta.NOTHING;
      }
      Known newest = newestOfBranch.getOrDefault(branch, first);
      PromptDelta best = newest.delta(prompt);
      if (newest != first) {
        best = best.orBetter(first.delta(prompt));
      }
      // one that has little in common with its own sample may have more with others
      return best.keep() * 4 >= prompt.length() ? best : PromptDelta.NOTHING;
    }
  }
}
