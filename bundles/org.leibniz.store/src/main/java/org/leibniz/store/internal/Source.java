package org.leibniz.store.internal;

import java.util.List;
import java.util.Optional;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.model.Generation;
import org.leibniz.store.CallRecord;

/** A text that a call already holds, to which transcripts refer instead of holding it once more. */
enum Source {
  /** What the model returned, or the text that was scored. */
  REPLY,
  /** The program that was run. */
  CODE,
  /** What its execution showed. */
  DISPLAY,
  /** A prompt with its reply. */
  PROMPT_AND_REPLY;

  /** Above this much work a text is stored itself: looking for hostile texts in each other takes quadratic time. */
  private static final long MOST_COMPARISONS = 1 << 26;

  Optional<String> text(CallRecord call) {
    return switch (this) {
      case REPLY ->
          switch (call) {
            case CallRecord.Generated generated -> generated.reply().map(Generation::raw);
            case CallRecord.Scored scored -> Optional.of(scored.text());
            case CallRecord.Executed _ -> Optional.empty();
          };
      case CODE -> call instanceof CallRecord.Executed executed ? Optional.of(executed.code()) : Optional.empty();
      case DISPLAY ->
          call instanceof CallRecord.Executed executed ? executed.result().map(Execution::display) : Optional.empty();
      case PROMPT_AND_REPLY ->
          call instanceof CallRecord.Generated generated
              ? Optional.of(PromptText.of(generated.prompt()).text() + generated.reply().map(Generation::raw).orElse(""))
              : Optional.empty();
    };
  }

  /** A part of a call's text. */
  record Reference(Source source, int call, int offset) {}

  /** Where {@code text} stands in the texts of call number {@code index}. */
  static Optional<Reference> find(String text, List<CallRecord> calls, int index, List<Source> sources) {
    for (Source source : sources) {
      Optional<String> held = source.text(calls.get(index));
      if (held.isPresent() && (long) held.get().length() * text.length() <= MOST_COMPARISONS) {
        int offset = held.get().indexOf(text);
        if (offset >= 0) {
          return Optional.of(new Reference(source, index, offset));
        }
      }
    }
    return Optional.empty();
  }
}
