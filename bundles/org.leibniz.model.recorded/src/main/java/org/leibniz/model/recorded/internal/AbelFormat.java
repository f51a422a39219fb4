package org.leibniz.model.recorded.internal;

import java.util.List;
import java.util.Map;

/** Abel's published outputs: {@code response} to a prompt that holds the question (GAIR-NLP/abel). */
final class AbelFormat implements RecordingFormat {
  private static final String OPENING = "Question:\n";
  private static final String CLOSING = "\nAnswer:\n";

  @Override
  public Recording read(Row row) {
    String reply = row.text("response").orElseThrow(() -> row.wrong("response", "is missing; expected text"));
    return Recording.of(row, question(row.text("prompt").orElse("")), List.of(RecordedReply.ended(reply)));
  }

  private static String question(String prompt) {
    int start = prompt.startsWith(OPENING) ? OPENING.length() : 0;
    int end = prompt.lastIndexOf(CLOSING);
    return prompt.substring(start, end < start ? prompt.length() : end);
  }

  @Override
  public Map<String, String> traits(List<Recording> recordings) {
    return Map.of();
  }
}
