package org.leibniz.model.recorded.internal;

import java.util.List;
import java.util.Map;

/** The example solutions published with GSM8K (arXiv 2110.14168; openai/grade-school-math@3101c7d), one a problem. */
final class VerifiersFormat implements RecordingFormat {
  @Override
  public Recording read(Row row) {
    String solution = row.text("solution").orElseThrow(() -> row.wrong("solution", "is missing; expected text"));
    return Recording.of(row, row.text("question").orElse(""), List.of(RecordedReply.ended(solution)));
  }

  @Override
  public Map<String, String> traits(List<Recording> recordings) {
    return Map.of();
  }
}
