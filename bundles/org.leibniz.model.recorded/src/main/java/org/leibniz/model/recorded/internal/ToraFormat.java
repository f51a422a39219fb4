package org.leibniz.model.recorded.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leibniz.api.model.Coverage.Amendment;

/** ToRA's published outputs: {@code code[0]} is the whole trace (microsoft/ToRA@213c1c9). */
final class ToraFormat implements RecordingFormat {
  @Override
  public Recording read(Row row) {
    ToraTrace trace = new ToraTrace(trace(row));
    String question = row.text("question").orElse("");
    return new Recording(
        Optional.empty(), question, 0, row.position(), row.line(), trace.replies(), trace.outputs(), Amendment.NONE);
  }

  static String trace(Row row) {
    JsonNode traces = row.list("code");
    if (traces.isEmpty() || !traces.get(0).isTextual()) {
      throw row.wrong("code[0]", "is missing; expected the trace as text");
    }
    return traces.get(0).asText();
  }

  @Override
  public Map<String, String> traits(List<Recording> recordings) {
    return Map.of("dialect", "fenced");
  }
}
