package org.leibniz.model.recorded.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leibniz.api.model.Coverage.Amendment;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Usage;

/**
 * Leibniz's own recordings: {@code {"id": …, "question": …, "sample": 0, "replies": […]}} with replies as texts or as
 * mappings, or {@code "blocks": […]} for text, code and execution blocks in MathCoder's dialect.
 */
final class GenericFormat implements RecordingFormat {
  private static final Set<String> KEYS = Set.of("id", "question", "sample", "replies", "blocks", "executions", "remark");
  private static final Set<String> REPLY_KEYS =
      Set.of("text", "stop", "matched", "branch", "promptTokens", "completionTokens", "failed");

  @Override
  public Recording read(Row row) {
    refuseUnknown(row, row.json(), KEYS, "");
    if (row.json().has("replies") == row.json().has("blocks")) {
      throw row.wrong("replies", "expected either replies or blocks");
    }
    List<RecordedReply> replies = new ArrayList<>();
    List<String> executions = new ArrayList<>();
    if (row.json().has("blocks")) {
      MathCoderBlocks blocks = blocks(row);
      replies.addAll(blocks.replies());
      executions.addAll(blocks.executions());
    } else {
      int i = 0;
      for (JsonNode reply : row.list("replies")) {
        replies.add(reply(row, reply, "replies[" + i++ + "]"));
      }
      if (row.json().has("executions")) {
        row.list("executions").forEach(shown -> executions.add(shown.asText()));
      }
    }
    return new Recording(
        row.text("id"), row.text("question").orElse(""), sample(row), row.position(), row.line(), replies, executions,
        Amendment.NONE);
  }

  @Override
  public Map<String, String> traits(List<Recording> recordings) {
    return Map.of();
  }

  private static MathCoderBlocks blocks(Row row) {
    MathCoderBlocks blocks = new MathCoderBlocks();
    int i = 0;
    for (JsonNode block : row.list("blocks")) {
      String field = "blocks[" + i++ + "]";
      String kind = row.text(block, "kind", field);
      if (!blocks.add(kind, row.text(block, "text", field))) {
        throw row.wrong(field + ".kind", "expected text, code or execution, found '" + kind + "'");
      }
    }
    return blocks;
  }

  private static RecordedReply reply(Row row, JsonNode reply, String field) {
    if (reply.isTextual()) {
      return RecordedReply.ended(reply.asText());
    }
    if (!reply.isObject()) {
      throw row.wrong(field, "expected text or a mapping with text, found " + Row.kind(reply));
    }
    refuseUnknown(row, reply, REPLY_KEYS, field + ".");
    boolean failed = reply.path("failed").asBoolean(false);
    Optional<String> matched = reply.has("matched") ? Optional.of(row.text(reply, "matched", field)) : Optional.empty();
    return new RecordedReply(
        reply.path("branch").asText(""),
        failed ? "" : row.text(reply, "text", field),
        stop(row, reply, field, matched),
        matched,
        new Usage(reply.path("promptTokens").asInt(-1), reply.path("completionTokens").asInt(-1)),
        failed);
  }

  private static Stop stop(Row row, JsonNode reply, String field, Optional<String> matched) {
    String written = reply.path("stop").asText(matched.isPresent() ? "string" : "end");
    return switch (written) {
      case "end" -> Stop.END;
      case "string" -> Stop.STRING;
      case "length" -> Stop.LENGTH;
      default -> throw row.wrong(field + ".stop", "expected end, string or length, found '" + written + "'");
    };
  }

  private static int sample(Row row) {
    JsonNode sample = row.json().path("sample");
    if (sample.isMissingNode()) {
      return 0;
    }
    if (!sample.isInt() || sample.asInt() < 0) {
      throw row.wrong("sample", "expected a whole number from 0");
    }
    return sample.asInt();
  }

  private static void refuseUnknown(Row row, JsonNode object, Set<String> keys, String prefix) {
    object
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!keys.contains(key)) {
                throw row.wrong(prefix + key, "unknown key; expected one of " + String.join(", ", keys.stream().sorted().toList()));
              }
            });
  }
}
