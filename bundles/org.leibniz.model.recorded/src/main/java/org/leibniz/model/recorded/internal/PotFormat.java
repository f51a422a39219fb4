package org.leibniz.model.recorded.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leibniz.api.model.Coverage.Amendment;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Usage;

/**
 * Program of Thoughts' published outputs (arXiv 2211.12588): {@code generated} is a list of replies (few-shot; several of
 * them voted) or a whole program of which the reply is the part behind the two comments that begin the function (zero-shot);
 * {@code prediction} is what the call for the closest option gave; {@code answer} is the gold answer they were graded against.
 */
final class PotFormat implements RecordingFormat {
  private static final String FUNCTION = "\ndef solver():\n";
  private static final String CALL = "ans = solver()";

  @Override
  public Recording read(Row row) {
    JsonNode generated = row.json().path("generated");
    List<RecordedReply> replies = new ArrayList<>();
    if (generated.isArray()) {
      for (int i = 0; i < generated.size(); i++) {
        replies.add(reply(generated.size() == 1 ? "" : "vote-" + i, generated.get(i).asText()));
      }
    } else if (generated.isTextual()) {
      replies.add(reply("", continuation(row, generated.asText())));
    }
    if (replies.isEmpty()) {
      throw row.wrong("generated", "expected a list of replies or a whole program, found " + Row.kind(generated));
    }
    row.text("prediction").ifPresent(option -> replies.add(reply("choice", option)));
    return Recording.of(row, question(row), replies).with(new Amendment(Row.scalar(row.json().path("answer")), Map.of()));
  }

  private static RecordedReply reply(String branch, String text) {
    return new RecordedReply(branch, text, Stop.END, Optional.empty(), Usage.UNKNOWN, false);
  }

  private static String question(Row row) {
    String question = row.text("question").orElse("");
    return row.text("passage").map(passage -> passage + " " + question).orElse(question);
  }

  /** What stands between the second comment of the function's body and the call at the end. */
  private static String continuation(Row row, String program) {
    int at = program.lastIndexOf(FUNCTION);
    if (at < 0) {
      throw row.wrong("generated", "has no  def solver():");
    }
    int start = at + FUNCTION.length();
    for (int comment = 0; comment < 2; comment++) {
      int end = program.indexOf('\n', start);
      start = end < 0 ? program.length() : end + 1;
    }
    int call = program.lastIndexOf(CALL);
    return program.substring(start, call < start ? program.length() : call);
  }

  @Override
  public Map<String, String> traits(List<Recording> recordings) {
    List<RecordedReply> replies = recordings.getFirst().replies();
    long ballots = replies.stream().filter(reply -> reply.branch().startsWith("vote-")).count();
    // The body of a function that was begun for the model is indented; a program of its own is not.
    String form = replies.getFirst().text().startsWith("    ") ? "zero-shot" : "few-shot";
    return Map.of("form", form, "votes", Long.toString(Math.max(1, ballots)));
  }
}
