package org.leibniz.dataset.jsonl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.leibniz.api.dataset.Choice;
import org.leibniz.dataset.rows.JsonValue;
import org.leibniz.dataset.rows.Options;
import org.leibniz.dataset.rows.Row;

/**
 * The choices of a row: a list of texts, an object from letter to text, or one text {@code (A) … (B) …}. An empty list or text
 * means an open question.
 */
final class RowChoices {
  private RowChoices() {}

  static List<Choice> of(Row row, String path) {
    return switch (row.value(path).orElse(new JsonValue.Null())) {
      case JsonValue.Items items -> items.values().isEmpty() ? List.of() : Options.of(row.texts(path));
      case JsonValue.Fields fields -> {
        List<Choice> choices = new ArrayList<>();
        for (String label : fields.values().keySet()) {
          choices.add(new Choice(label.strip().toUpperCase(Locale.ROOT), row.text(path + "." + label)));
        }
        yield choices;
      }
      case JsonValue.Text(String text) when text.isBlank() -> List.of();
      case JsonValue.Text(String text) -> inline(row, path, text);
      case JsonValue.Null nothing -> List.of();
      case JsonValue other ->
          throw row.wrong(path, "expected a list, an object or a text '(A) … (B) …', found " + other.kind());
    };
  }

  private static List<Choice> inline(Row row, String path, String text) {
    List<Choice> choices = Options.inline(text);
    if (choices.isEmpty()) {
      throw row.wrong(path, "expected choices such as '(A) 1 (B) 2', found " + Row.shown(text));
    }
    return choices;
  }
}
