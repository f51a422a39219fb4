package org.leibniz.model.recorded.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leibniz.api.model.Coverage.Amendment;

/**
 * MathCoder's published outputs: {@code debug_result} is the conversation, block by block. Published files name the kind of
 * a block {@code role}; the released program writes {@code type}. A record is graded against its own {@code ground_truth}.
 */
final class MathCoderFormat implements RecordingFormat {
  @Override
  public Recording read(Row row) {
    MathCoderBlocks blocks = new MathCoderBlocks();
    String question = "";
    int i = 0;
    for (JsonNode block : row.list("debug_result")) {
      String field = "debug_result[" + i++ + "]";
      String kind = row.text(block, block.has("role") ? "role" : "type", field);
      String text = row.text(block, "content", field);
      switch (kind) {
        case "system" -> {}
        case "user" -> question = text;
        default -> {
          if (!blocks.add(kind, text)) {
            throw row.wrong(field + ".role", "expected system, user, text, code or execution, found '" + kind + "'");
          }
        }
      }
    }
    return new Recording(
        row.text("id"), question, 0, row.position(), row.line(), blocks.replies(), blocks.executions(),
        new Amendment(gold(row), Map.of()));
  }

  /** The gold answer as the publisher's program had rewritten it, {@code \frac{3}{2}} for {@code \frac32}. */
  private static Optional<String> gold(Row row) {
    return Row.scalar(row.json().path("ground_truth").path("answer"));
  }

  @Override
  public RecordedReply silence() {
    return new MathCoderBlocks().replies().getFirst();
  }

  @Override
  public Map<String, String> traits(List<Recording> recordings) {
    return Map.of("dialect", "mathcoder");
  }
}
