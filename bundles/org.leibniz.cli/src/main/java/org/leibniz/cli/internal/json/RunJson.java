package org.leibniz.cli.internal.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.metric.Measure;
import org.leibniz.api.metric.Slice;
import org.leibniz.cli.internal.summary.Accuracy;
import org.leibniz.cli.internal.summary.RunSummary;
import org.leibniz.cli.internal.summary.Tally;
import org.leibniz.engine.RunResult;
import org.leibniz.store.RunRow;

/** A run as JSON; accuracies and the ends of their 95 % intervals are shares from 0 to 1. */
public record RunJson(RunSummary summary) {
  /** What {@code run} ends with. */
  public ObjectNode finished(RunResult result) {
    ObjectNode node = breakdown();
    node.put("resumed", result.resumed());
    node.put("cancelled", result.cancelled());
    return node;
  }

  /** What {@code show} prints. */
  public ObjectNode shown() {
    ObjectNode node = breakdown();
    listed(node);
    node.put("note", summary.run().note());
    node.set("plan", Json.parse(summary.run().plan()));
    node.set("digests", Json.parse(summary.run().digests()));
    return node;
  }

  /** What {@code runs} prints. */
  public ObjectNode row() {
    ObjectNode node = counts();
    time(node);
    listed(node);
    return node;
  }

  private ObjectNode breakdown() {
    ObjectNode node = counts();
    ArrayNode subjects = node.putArray("bySubject");
    for (Tally subject : summary.subjects()) {
      subjects.add(part("subject", subject.name(), subject, summary.ofSubject(subject), "subject"));
    }
    ArrayNode levels = node.putArray("byLevel");
    for (Tally level : summary.levels()) {
      String number = level.name().replace("level ", "");
      ObjectNode one = part("level", number, level, summary.ofLevel(level), "level");
      one.put("level", Integer.parseInt(number));
      levels.add(one);
    }
    metrics(node, Slice.ALL);
    time(node);
    return node;
  }

  private ObjectNode counts() {
    RunRow run = summary.run();
    ObjectNode node = Json.object();
    node.put("run", run.id()).put("name", run.name()).put("dataset", run.dataset());
    node.put("strategy", run.strategy()).put("model", run.model());
    accuracy(node, summary.all(), summary.accuracy());
    node.put("interval", summary.accuracy().method()).put("grader", summary.grading().spec().grader());
    ObjectNode outcomes = node.putObject("outcomes");
    summary.all().outcomes().forEach((Outcome outcome, Long n) -> outcomes.put(outcome.id(), n));
    node.put("origin", run.origin()).put("excluded", run.excluded());
    node.set("remarks", Json.of(run.remarks()));
    summary.warning().ifPresent(warning -> node.put("warning", summary.grading().spec().warning()));
    return node;
  }

  private void time(ObjectNode node) {
    double seconds = summary.run().wallSeconds();
    node.set("wallSeconds", Json.number(seconds));
    node.set("samplesPerSecond", Json.number(summary.all().n() / seconds));
    node.put("resumed", summary.run().resumptions() > 0);
  }

  private void listed(ObjectNode node) {
    RunRow run = summary.run();
    node.put("status", run.status().id()).put("started", run.started().toString());
    node.set("tags", Json.of(List.copyOf(new java.util.TreeSet<>(run.tags()))));
  }

  private ObjectNode part(String key, String name, Tally tally, Accuracy accuracy, String dimension) {
    ObjectNode node = Json.object().put(key, name);
    accuracy(node, tally, accuracy);
    metrics(node, new Slice(dimension, name));
    return node;
  }

  private static void accuracy(ObjectNode node, Tally tally, Accuracy accuracy) {
    node.put("n", tally.n()).put("correct", tally.correct());
    node.set("accuracy", Json.number(accuracy.value()));
    node.set("low", Json.number(accuracy.low()));
    node.set("high", Json.number(accuracy.high()));
  }

  private void metrics(ObjectNode node, Slice slice) {
    Map<String, Measure> measures = summary.measures().getOrDefault(slice, Map.of());
    if (measures.isEmpty()) {
      return;
    }
    ObjectNode metrics = node.putObject("metrics");
    measures.forEach(
        (id, measure) -> {
          ObjectNode one = metrics.putObject(id);
          one.set("value", Json.number(measure.value()));
          one.set("low", Json.number(measure.low().orElse(Double.NaN)));
          one.set("high", Json.number(measure.high().orElse(Double.NaN)));
          one.put("n", measure.n()).put("unit", measure.unit());
        });
  }
}
