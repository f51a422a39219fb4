package org.leibniz.dataset.jsonl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Choice;
import org.leibniz.dataset.rows.Draft;
import org.leibniz.dataset.rows.Row;

/**
 * Which field of a row is what. Without a key the field of the same name is taken; {@code id}, {@code subject}, {@code level},
 * {@code choices} and {@code solution} may then be absent, while a field that the configuration names must be there. The key
 * for the id is {@code idField}, because {@code id} in a run file is the dataset's own.
 */
record FieldMap(Config config, Map<String, String> attributes, AnswerForm form) {

  static FieldMap of(Config config) {
    Map<String, String> attributes = new LinkedHashMap<>();
    if (config.values().get("attributes") instanceof Map<?, ?>) {
      Config named = config.child("attributes");
      named.values().keySet().forEach(name -> attributes.put(name, named.require(name)));
    } else {
      config.texts("attributes").forEach(path -> attributes.put(path, path));
    }
    return new FieldMap(config, attributes, config.choice("answerForm", AnswerForm.class, AnswerForm.TEXT));
  }

  Draft read(Row row) {
    String answer = config.text("answer", "answer");
    List<Choice> choices = present(row, "choices", "choices").map(path -> RowChoices.of(row, path)).orElse(List.of());
    Draft draft =
        Draft.of(row.text(config.text("question", "question")))
            .choices(choices)
            .answer(form.read(row, answer, choices))
            .id(present(row, "idField", "id").map(row::text).orElse(""))
            .subject(present(row, "subject", "subject").map(row::text).orElse(""))
            .level(present(row, "level", "level").map(row::level).orElse(0))
            .solution(present(row, "solution", "solution").flatMap(row::optional).orElse(""));
    attributes.forEach((name, path) -> draft.attribute(name, row.value(path).map(value -> value.written())));
    return draft;
  }

  private Optional<String> present(Row row, String key, String usual) {
    Optional<String> named = config.text(key);
    // A field that was asked for by name is read even where it is missing, for the error that says so.
    return named.isPresent() ? named : Optional.of(usual).filter(row::has);
  }
}
