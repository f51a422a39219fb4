package org.leibniz.model.recorded.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Outputs published with GSM-Plus (arXiv 2402.19255), in the fields of whichever model's program wrote them: {@code
 * model_prediction}, MetaMath's {@code completion}, or a ToRA trace. They were graded against the gold answer in the record.
 */
final class GsmPlusFormat implements RecordingFormat {
  private static final String INSTRUCTION = "### Instruction:\n";
  private static final String RESPONSE = "\n\n### Response:";

  @Override
  public Recording read(Row row) {
    Recording recording = Recording.of(row, question(row), List.of(RecordedReply.ended(reply(row))));
    return gold(row).map(recording::withGold).orElse(recording);
  }

  private static String reply(Row row) {
    if (row.json().has("code")) {
      return ToraFormat.trace(row);
    }
    return row.text("model_prediction")
        .or(() -> row.text("completion"))
        .orElseThrow(() -> row.wrong("model_prediction", "is missing; expected it, completion or code"));
  }

  private static String question(Row row) {
    String input = row.text("input").orElse("");
    int start = input.indexOf(INSTRUCTION);
    int end = input.lastIndexOf(RESPONSE);
    return start < 0 || end < start
        ? row.text("question").orElse("")
        : input.substring(start + INSTRUCTION.length(), end);
  }

  private static Optional<String> gold(Row row) {
    JsonNode gold = row.json().has("gold") ? row.json().get("gold") : row.json().path(row.json().has("gt") ? "gt" : "answer");
    return gold.isValueNode() && !gold.isNull() ? Optional.of(gold.asText()) : Optional.empty();
  }

  @Override
  public Map<String, String> traits(List<Recording> recordings) {
    return Map.of();
  }
}
