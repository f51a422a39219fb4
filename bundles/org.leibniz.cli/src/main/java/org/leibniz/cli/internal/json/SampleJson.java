package org.leibniz.cli.internal.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeSet;
import org.leibniz.api.strategy.Segment;
import org.leibniz.store.StoredSample;
import org.leibniz.store.StoredSample.GradedVerdict;
import org.leibniz.store.StoredSample.TimedSegment;
import org.leibniz.store.VerdictRecord;

/** A stored sample as JSON. */
public final class SampleJson {
  private SampleJson() {}

  public static ObjectNode of(StoredSample sample) {
    ObjectNode node = Json.object();
    node.put("problem", sample.problem().id()).put("subject", sample.problem().subject());
    node.put("level", sample.problem().level()).put("sample", sample.sample());
    node.put("outcome", sample.outcome().id());
    node.set("flags", Json.of(new TreeSet<>(sample.flags())));
    node.put("answer", answer(sample)).put("reference", sample.problem().answer());
    if (!sample.failure().isEmpty()) {
      node.put("failure", sample.failure());
    }
    ArrayNode verdicts = node.putArray("verdicts");
    sample.verdicts().forEach(verdict -> verdicts.add(verdict(verdict)));
    ArrayNode segments = node.putArray("segments");
    sample.segments().forEach(segment -> segments.add(segment(segment)));
    node.put("millis", sample.millis());
    return node;
  }

  /** The answer the first grading found, null where it found none. */
  public static String answer(StoredSample sample) {
    return sample.verdicts().stream().findFirst().flatMap(graded -> graded.verdict().answer()).orElse(null);
  }

  /** {@code span} is the answer's place in the completion, as start and end, or null. */
  private static ObjectNode verdict(GradedVerdict graded) {
    VerdictRecord verdict = graded.verdict();
    ObjectNode node = Json.object().put("grader", graded.grading().spec().grader());
    node.set("options", Json.parse(graded.grading().spec().options()));
    node.put("equal", verdict.equal().orElse(null)).put("reason", verdict.reason()).put("layer", verdict.layer());
    node.put("answer", verdict.answer().orElse(null));
    if (verdict.start() < 0) {
      node.putNull("span");
    } else {
      node.putArray("span").add(verdict.start()).add(verdict.end());
    }
    return node.put("outcome", verdict.outcome().id()).put("rule", verdict.rule());
  }

  private static ObjectNode segment(TimedSegment timed) {
    Segment segment = timed.segment();
    ObjectNode node = Json.object().put("kind", kind(segment)).put("text", segment.text());
    node.put("millis", timed.millis()).put("tokens", timed.tokens()).put("stop", timed.stop());
    return segment.branch().isEmpty() ? node : node.put("branch", segment.branch());
  }

  /** The names segments have on the command line. */
  public static String kind(Segment segment) {
    return switch (segment) {
      case Segment.Text text -> "text";
      case Segment.Code code -> "code";
      case Segment.Output output -> "execution";
      case Segment.Answer answer -> "answer";
    };
  }
}
