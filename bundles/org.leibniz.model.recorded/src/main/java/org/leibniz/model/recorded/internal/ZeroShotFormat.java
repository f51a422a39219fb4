package org.leibniz.model.recorded.internal;

import java.util.List;
import java.util.Map;

/**
 * Outputs published with Zero-shot-CoT (arXiv 2205.11916; kojima-takeshi188/zero_shot_cot@5ef330f): {@code generation} is
 * everything behind {@code "A: "}, the trigger of the answer among it. Files are shuffled, so records are found by question.
 */
final class ZeroShotFormat implements RecordingFormat {
  private static final List<String> DIRECT = List.of("The answer (arabic numerals) is", "Among A through E, the answer is");
  private static final List<String> SECOND =
      List.of(" \nTherefore, the answer (arabic numerals) is", " \nTherefore, among A through E, the answer is");
  private static final String CHOICES = " Answer Choices: ";

  @Override
  public Recording read(Row row) {
    String generation = row.text("generation").orElseThrow(() -> row.wrong("generation", "is missing; expected text"));
    return Recording.of(row, question(row), replies(row, generation));
  }

  private static String question(Row row) {
    String question = row.text("question").orElse("");
    int choices = question.indexOf(CHOICES);
    return choices < 0 ? question : question.substring(0, choices);
  }

  private static List<RecordedReply> replies(Row row, String generation) {
    for (String trigger : DIRECT) {
      if (generation.startsWith(trigger)) {
        return List.of(RecordedReply.ended(generation.substring(trigger.length())));
      }
    }
    for (String trigger : SECOND) {
      int at = generation.indexOf(trigger);
      if (at >= 0) {
        return List.of(
            RecordedReply.ended(generation.substring(0, at)),
            RecordedReply.ended(generation.substring(at + trigger.length())));
      }
    }
    throw row.wrong("generation", "has none of the phrases that ask for the answer");
  }

  @Override
  public Map<String, String> traits(List<Recording> recordings) {
    return Map.of("form", recordings.getFirst().replies().size() == 1 ? "zero-shot" : "zero-shot-cot");
  }
}
