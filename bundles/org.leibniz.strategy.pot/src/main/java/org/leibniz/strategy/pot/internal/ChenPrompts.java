package org.leibniz.strategy.pot.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Choice;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.prompt.PromptTemplate;
import org.leibniz.api.strategy.Shot;

/** Program of Thoughts' prompts: a few-shot and a zero-shot form, those of SVAMP and of multiple choice apart. */
record ChenPrompts(Map<String, PromptTemplate> templates, PromptTemplate closest) {
  private static final String SVAMP = "svamp";
  private static final String CHOICE = "-choice";

  static ChenPrompts from(Config config) {
    return new ChenPrompts(
        Stream.of("few-shot", "few-shot-svamp", "few-shot-choice", "zero-shot", "zero-shot-svamp", "zero-shot-choice")
            .collect(
                Collectors.toMap(
                    name -> name, name -> PromptTemplate.from(config, "prompt", "chen-" + name, ChenPrompts.class))),
        PromptTemplate.from(Config.EMPTY, "prompt", "chen-closest", ChenPrompts.class));
  }

  PromptTemplate template(Problem problem, boolean zeroShot) {
    return templates.get(
        (zeroShot ? "zero-shot" : "few-shot") + (isPassage(problem) ? "-svamp" : problem.isMultipleChoice() ? CHOICE : ""));
  }

  Prompt render(Problem problem, boolean zeroShot, List<Shot> shots) {
    return template(problem, zeroShot).render(problem, shots.stream().map(ChenPrompts::shot).toList(), values(problem));
  }

  /** What asks for the option closest to a value. */
  Prompt closest(Problem problem, String value) {
    Map<String, String> values = new HashMap<>(values(problem));
    values.put("value", value);
    return closest.render(problem, List.of(), values);
  }

  private static Map<String, String> values(Problem problem) {
    Map<String, String> values = new HashMap<>();
    values.put("list", pythonList(problem.choices()));
    if (isPassage(problem)) {
      String body = problem.attributes().get("body");
      String asked = problem.attributes().getOrDefault("question", "");
      values.put("asked", asked);
      values.put("question", body + (body.endsWith(".") ? " " : ". ") + asked);
    }
    // As the records show: options are named only where the question speaks of them, and of each what follows its last
    // parenthesis, which was meant to drop the letter and takes more from options such as (13x+1)/24.
    boolean named = problem.isMultipleChoice() && problem.question().contains("following");
    String options =
        problem.choices().stream()
            .map(choice -> choice.text().substring(choice.text().lastIndexOf(')') + 1))
            .collect(Collectors.joining(", "));
    values.put("options", named ? "\n# Options: " + options : "");
    return values;
  }

  /** Whether passage and question are known apart. */
  private static boolean isPassage(Problem problem) {
    return dataset(problem).equals(SVAMP) && problem.attributes().containsKey("body");
  }

  private static Shot shot(Shot shot) {
    return shot.choices().isEmpty()
        ? shot
        : new Shot(
            shot.question() + "\n# Answer option: " + pythonList(shot.choices()), List.of(), shot.rationale(), shot.program(),
            shot.answer());
  }

  /** The options as Python writes a list of texts. */
  private static String pythonList(List<Choice> choices) {
    return choices.stream()
        .map(choice -> quoted(choice.label() + ")" + choice.text()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\n", "\\n");
    boolean single = !escaped.contains("'") || escaped.contains("\"");
    return single ? "'" + escaped.replace("'", "\\'") + "'" : "\"" + escaped + "\"";
  }

  static String dataset(Problem problem) {
    return problem.attributes().getOrDefault("dataset", "");
  }
}
