package org.leibniz.model.recorded.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leibniz.api.model.Coverage.Amendment;

/**
 * Outputs published with GSM-Plus (arXiv 2402.19255), in the fields of whichever model's program wrote them: {@code
 * model_prediction}, MetaMath's {@code completion}, or a ToRA trace. They were graded against the gold answer in the record.
 */
final class GsmPlusFormat implements RecordingFormat {
  /** Attribute that names the rule to graders. */
  private static final String RULE = "recordedRule";

  /** Graded by its last number although its records look like those of the other Abel models. */
  private static final String LAST_NUMBER_MODEL = "abel_13b";

  private static final String INSTRUCTION = "### Instruction:\n";
  private static final String RESPONSE = "\n\n### Response:";

  @Override
  public Recording read(Row row) {
    return Recording.of(row, question(row), List.of(RecordedReply.ended(reply(row))))
        .with(new Amendment(gold(row), Map.of(RULE, rule(row))));
  }

  /** Which model's extraction the record was graded with: told by its fields, since names differ from file to file. */
  private static String rule(Row row) {
    if (row.json().has("code")) {
      return "tora";
    }
    if (row.json().has("completion")) {
      return row.json().has("gold") ? "metamath-7b" : "metamath-70b";
    }
    boolean lastNumber = !row.json().has("mode") || row.json().path("model").asText().equals(LAST_NUMBER_MODEL);
    return lastNumber ? "gpt" : "abel";
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
    return Row.scalar(gold);
  }

  @Override
  public Map<String, String> traits(List<Recording> recordings) {
    return Map.of();
  }
}
