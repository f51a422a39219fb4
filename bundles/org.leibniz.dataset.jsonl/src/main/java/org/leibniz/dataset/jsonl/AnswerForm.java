package org.leibniz.dataset.jsonl;

import java.util.List;
import java.util.Locale;
import org.leibniz.api.dataset.Choice;
import org.leibniz.dataset.rows.Boxed;
import org.leibniz.dataset.rows.Options;
import org.leibniz.dataset.rows.Row;

/** How the field of the answer gives it. */
enum AnswerForm {
  /** As it is; with choices the letter or the text of one. */
  TEXT {
    @Override
    String read(Row row, String path, List<Choice> choices) {
      return choices.isEmpty() ? written(row, path) : letter(row, path, choices);
    }
  },
  /** The 0-based position of the choice. */
  INDEX {
    @Override
    String read(Row row, String path, List<Choice> choices) {
      if (choices.isEmpty()) {
        throw row.wrong(path, "answerForm is index, but the row has no choices");
      }
      return choices.get(row.index(path, choices.size())).label();
    }
  },
  /** What stands behind {@code ####} on the last line of a solution, as in GSM8K. */
  HASHES {
    @Override
    String read(Row row, String path, List<Choice> choices) {
      String text = row.text(path);
      int mark = text.lastIndexOf("####");
      if (mark < 0 || text.substring(mark + 4).isBlank()) {
        throw row.wrong(path, "expected a solution whose last line is '#### ANSWER', found " + Row.shown(text));
      }
      return text.substring(mark + 4).strip();
    }
  },
  /** What a LaTeX solution boxes last, as in MATH. */
  BOXED {
    @Override
    String read(Row row, String path, List<Choice> choices) {
      return Boxed.last(row.text(path)).orElseThrow(() -> row.wrong(path, "expected an answer in \\boxed{…}, found none"));
    }
  };

  abstract String read(Row row, String path, List<Choice> choices);

  private static String written(Row row, String path) {
    String text = row.value(path).map(value -> value.written()).orElse("");
    return text.isBlank() ? row.text(path) : text;
  }

  private static String letter(Row row, String path, List<Choice> choices) {
    String given = row.text(path).strip();
    return choices.stream()
        .filter(choice -> choice.label().equals(given.toUpperCase(Locale.ROOT)))
        .findFirst()
        .or(() -> choices.stream().filter(choice -> choice.text().equals(given)).findFirst())
        .map(Choice::label)
        .orElseGet(() -> Options.answer(row, path, choices));
  }
}
