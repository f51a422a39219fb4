package org.leibniz.model.recorded.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Usage;

/**
 * A published ToRA trace taken apart again: each reply ended before {@code ```output}, the result stood in that fence, and
 * the next reply began behind its closing line.
 */
record ToraTrace(String text) {
  private static final String OUTPUT = "\n```output\n";
  private static final String CLOSE = "\n```\n";
  private static final String STOP = "```output";

  List<RecordedReply> replies() {
    List<RecordedReply> replies = new ArrayList<>();
    walk(replies, new ArrayList<>());
    return replies;
  }

  List<String> outputs() {
    List<String> outputs = new ArrayList<>();
    walk(new ArrayList<>(), outputs);
    return outputs;
  }

  private void walk(List<RecordedReply> replies, List<String> outputs) {
    int from = 0;
    int output = text.indexOf(OUTPUT);
    while (output >= 0) {
      replies.add(
          new RecordedReply(
              "", text.substring(from, output + 1), Stop.STRING, Optional.of(STOP),
              Usage.UNKNOWN, false));
      int start = output + OUTPUT.length();
      // An empty result leaves no line of its own.
      int close = text.indexOf(CLOSE, start - 1);
      outputs.add(close < 0 ? text.substring(start) : text.substring(Math.min(start, close), Math.max(close, start)));
      if (close < 0) {
        return;
      }
      from = close + CLOSE.length();
      output = text.indexOf(OUTPUT, from - 1);
    }
    if (from < text.length()) {
      replies.add(RecordedReply.ended(text.substring(from)));
    }
  }
}
