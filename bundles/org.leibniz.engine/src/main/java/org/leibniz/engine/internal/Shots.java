package org.leibniz.engine.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Choice;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.strategy.Shot;
import org.leibniz.workspace.YamlFile;

/**
 * Worked examples as a run file asks for them: {@code shots: {file: examples.yaml}}, or {@code shots: {dataset: gsm8k, path:
 * train.jsonl, count: 8, seed: 1}} for a seeded choice from a file of solved problems.
 */
final class Shots {
  /** GSM8K's calculator annotations, for instance {@code <<3*4=12>>}; no prose. */
  private static final Pattern CALCULATOR = Pattern.compile("<<[^<>]*>>");

  private final DatasetReader datasets;

  Shots(DatasetReader datasets) {
    this.datasets = datasets;
  }

  List<Shot> read(Config strategy) {
    Config shots = strategy.child("shots");
    if (shots.values().isEmpty()) {
      return List.of();
    }
    if (shots.has("file") == shots.has("dataset")) {
      throw strategy.wrong("shots", "expected either file, or dataset with path, count and seed");
    }
    return shots.has("file") ? fromFile(shots.path("file").orElseThrow()) : fromDataset(shots);
  }

  private List<Shot> fromDataset(Config shots) {
    Map<String, Object> settings = new HashMap<>(shots.values());
    settings.keySet().removeAll(List.of("dataset", "count", "seed"));
    List<Problem> solved = new ArrayList<>(datasets.open(shots.require("dataset"), shots.with(settings)).problems());
    solved.removeIf(problem -> problem.solution().isBlank());
    int count = Math.toIntExact(shots.integer("count", 8));
    if (count > solved.size()) {
      throw shots.wrong("count", "asks for " + count + " worked examples, and there are " + solved.size() + " with a solution");
    }
    Collections.shuffle(solved, new Random(shots.integer("seed", 0)));
    return solved.subList(0, count).stream().map(Shots::shot).toList();
  }

  private static Shot shot(Problem problem) {
    String solution = CALCULATOR.matcher(problem.solution()).replaceAll("");
    int marker = solution.lastIndexOf("####");
    String rationale = (marker < 0 ? solution : solution.substring(0, marker)).strip();
    return new Shot(problem.question(), problem.choices(), rationale, "", problem.answer());
  }

  private static List<Shot> fromFile(Path file) {
    YamlFile yaml = YamlFile.read(file);
    if (!(yaml.root().get("shots") instanceof List<?> list) || list.isEmpty()) {
      throw LeibnizException.badInput(file, 1, "shots", "expected a list of worked examples");
    }
    Config root = new Config(yaml.root(), new Config.Origin("", yaml::locate));
    return root.children("shots").stream().map(Shots::shot).toList();
  }

  private static Shot shot(Config example) {
    List<Choice> choices =
        example.child("choices").values().entrySet().stream()
            .map(choice -> new Choice(choice.getKey(), String.valueOf(choice.getValue())))
            .toList();
    return new Shot(
        example.require("question"),
        choices,
        example.text("rationale", ""),
        example.text("program", ""),
        example.text("answer", ""));
  }
}
