package org.leibniz.strategy.pot.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.prompt.PromptTemplate;
import org.leibniz.api.strategy.Shot;

/** Program of Thoughts' prompts: a few-shot and a zero-shot form, SVAMP's apart. */
record ChenPrompts(Map<String, PromptTemplate> templates) {
  private static final String SVAMP = "svamp";

  static ChenPrompts from(Config config) {
    return new ChenPrompts(
        Stream.of("chen-few-shot", "chen-few-shot-svamp", "chen-zero-shot", "chen-zero-shot-svamp")
            .collect(
                Collectors.toMap(
                    name -> name, name -> PromptTemplate.from(config, "prompt", name, ChenPrompts.class))));
  }

  PromptTemplate template(Problem problem, boolean zeroShot) {
    boolean svamp = dataset(problem).equals(SVAMP);
    return templates.get("chen-" + (zeroShot ? "zero" : "few") + "-shot" + (svamp ? "-svamp" : ""));
  }

  Prompt render(Problem problem, boolean zeroShot, List<Shot> shots) {
    String options =
        problem.choices().stream()
            .map(choice -> "'" + choice.label() + ")" + choice.text() + "'")
            .collect(Collectors.joining(", ", "[", "]"));
    Map<String, String> more =
        Map.of("options", options, "asked", problem.attributes().getOrDefault("question", problem.question()));
    return template(problem, zeroShot).render(problem, shots, more);
  }

  static String dataset(Problem problem) {
    return problem.attributes().getOrDefault("dataset", "");
  }
}
