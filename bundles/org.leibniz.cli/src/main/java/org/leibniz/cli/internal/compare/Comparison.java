package org.leibniz.cli.internal.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leibniz.api.LeibnizException;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.stats.PairedComparison;
import org.leibniz.stats.SubjectComparison;
import org.leibniz.stats.SubjectComparison.Correction;
import org.leibniz.store.RunRow;

/** Run B against run A, over all problems both have and per subject. */
record Comparison(GradedRun a, GradedRun b, PairedComparison all, List<SubjectComparison> subjects) {
  static Comparison of(GradedRun a, GradedRun b, Correction correction) {
    refuseDifferentDatasets(a.run(), b.run());
    if (a.grades().keySet().stream().noneMatch(b.grades()::containsKey)) {
      throw LeibnizException.usage("runs " + a.run().id() + " and " + b.run().id() + " have no problem in common");
    }
    Map<String, String> subjects = new HashMap<>(a.subjects());
    b.subjects().forEach(subjects::putIfAbsent);
    return new Comparison(
        a,
        b,
        PairedComparison.of(a.grades(), b.grades()),
        SubjectComparison.of(a.grades(), b.grades(), subjects, correction));
  }

  private static void refuseDifferentDatasets(RunRow a, RunRow b) {
    if (!a.dataset().equals(b.dataset()) || !a.split().equals(b.split())) {
      throw LeibnizException.usage(
          "runs " + a.id() + " (" + a.dataset() + " " + a.split() + ") and " + b.id() + " (" + b.dataset() + " " + b.split()
              + ") are over different datasets; only runs over the same problems can be compared");
    }
  }

  /** Problems on which the runs differ, those B gained first. */
  List<String> flips() {
    List<String> gained = problems(1);
    List<String> lost = problems(-1);
    return java.util.stream.Stream.concat(gained.stream(), lost.stream()).toList();
  }

  private List<String> problems(int sign) {
    return a.grades().keySet().stream()
        .filter(b.grades()::containsKey)
        .filter(id -> Math.signum(b.grades().get(id) - a.grades().get(id)) == sign)
        .toList();
  }

  /** Shares and their differences from 0 to 1; every difference is B − A. */
  ObjectNode json() {
    ObjectNode node = Json.object().put("a", a.run().id()).put("b", b.run().id());
    fill(node, all);
    node.put("verdict", all.verdict().id());
    node.put("droppedA", all.droppedA()).put("droppedB", all.droppedB());
    node.set("correlation", Json.number(all.correlation()));
    node.set("permutationP", Json.number(all.permutationP()));
    node.set("unpairedSe", Json.number(all.unpairedSe()));
    node.set("unpairedP", Json.number(all.unpairedP()));
    node.put("interval", all.interval().method().label());
    node.set("differences", Json.of(new PlanDifferences(a.run(), b.run()).lines()));
    ArrayNode parts = node.putArray("bySubject");
    for (SubjectComparison subject : subjects) {
      ObjectNode part = parts.addObject().put("subject", subject.subject());
      fill(part, subject.comparison());
      part.set("adjustedP", Json.number(subject.adjustedP()));
      part.put("verdict", subject.verdict().id());
    }
    return node;
  }

  private static void fill(ObjectNode node, PairedComparison comparison) {
    node.put("n", comparison.n());
    node.set("accuracyA", Json.number(comparison.accuracyA()));
    node.set("accuracyB", Json.number(comparison.accuracyB()));
    node.set("delta", Json.number(comparison.delta()));
    node.set("se", Json.number(comparison.se()));
    node.set("low", Json.number(comparison.low()));
    node.set("high", Json.number(comparison.high()));
    node.set("p", Json.number(comparison.p()));
    node.set("mcnemarP", Json.number(comparison.mcnemarP()));
    node.put("gained", comparison.gained()).put("lost", comparison.lost());
    node.set("minimumDetectable", Json.number(comparison.minimumDetectable()));
  }
}
