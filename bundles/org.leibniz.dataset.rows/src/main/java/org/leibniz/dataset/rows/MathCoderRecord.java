package org.leibniz.dataset.rows;

import java.util.List;
import java.util.function.BiFunction;

/**
 * The message form of the MathCoder release (mathllm/MathCoder), the same for all its sets: {@code messages} with a system and
 * a user text, {@code ground_truth} with {@code solution} and {@code answer} (in some files {@code extra.answer}), and for some
 * sets an {@code id}. Its published outputs carry the same fields, so they can be opened as datasets too.
 */
public final class MathCoderRecord {
  private MathCoderRecord() {}

  /** The form as it is, told apart by the exact text. */
  public static Form form() {
    return form((row, draft) -> draft);
  }

  /** The form, where {@code finish} adds what is particular to a set. */
  public static Form form(BiFunction<Row, Draft, Draft> finish) {
    return Form.of("MathCoder", row -> finish.apply(row, draft(row)), "messages", "ground_truth.answer|extra.answer");
  }

  /** Question, answer, solution and {@code mathcoderId}. */
  public static Draft draft(Row row) {
    String answer = row.has("ground_truth.answer") ? "ground_truth.answer" : "extra.answer";
    return Draft.of(question(row))
        .answer(row.text(answer))
        .solution(row.optional("ground_truth.solution").orElse(""))
        .attribute("mathcoderId", row.optional("id"));
  }

  private static String question(Row row) {
    JsonValue messages = row.value("messages").orElse(new JsonValue.Null());
    if (!(messages instanceof JsonValue.Items(List<JsonValue> list))) {
      throw row.wrong("messages", "expected a list of messages, found " + messages.kind());
    }
    for (int i = 0; i < list.size(); i++) {
      if (row.optional("messages." + i + ".role").orElse("").equals("user")) {
        return content(row, "messages." + i + ".content");
      }
    }
    throw row.wrong("messages", "expected a message with role \"user\"");
  }

  private static String content(Row row, String path) {
    if (!(row.value(path).orElse(new JsonValue.Null()) instanceof JsonValue.Items(List<JsonValue> parts))) {
      return row.text(path);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      text.append(row.text(path + "." + i + ".content"));
    }
    if (text.isEmpty()) {
      throw row.wrong(path, "is empty");
    }
    return text.toString();
  }
}
