package org.leibniz.cli.internal.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.leibniz.api.LeibnizException;
import org.leibniz.chart.Curve;
import org.leibniz.cli.internal.json.Json;

/**
 * A training's curve as {@code curve.jsonl} has it.
 *
 * @param losses of the steps, from step 1
 * @param tokens of all steps
 * @param millis of all steps, wall time
 */
record StoredCurve(String name, List<Double> losses, long tokens, long millis) {
  private static final int MOST_POINTS = 240;
  private static final int LAST = 50;

  static StoredCurve read(String name, Path file) {
    List<Double> losses = new ArrayList<>();
    long tokens = 0;
    long millis = 0;
    try {
      for (String line : Files.readAllLines(file)) {
        JsonNode node = Json.parse(line);
        if (!node.path("loss").isNumber() || node.path("step").asLong() != losses.size() + 1) {
          throw LeibnizException.badInput(file, losses.size() + 1, "", "expected step " + (losses.size() + 1) + " with its loss");
        }
        losses.add(node.path("loss").asDouble());
        tokens += node.path("tokens").asLong();
        millis += node.path("millis").asLong();
      }
    } catch (NoSuchFileException e) {
      throw LeibnizException.badInput(file, 0, "", "no such file; expected the curve of a training");
    } catch (IOException e) {
      throw LeibnizException.badInput(file, 0, "", "cannot be read: " + e.getMessage());
    }
    return new StoredCurve(name, List.copyOf(losses), tokens, millis);
  }

  /** Mean loss of the last fifty steps, or of all there are; NaN for none. */
  double loss() {
    return mean(Math.max(0, losses.size() - LAST), losses.size());
  }

  private double mean(int from, int to) {
    return losses.subList(from, to).stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /** Means over stretches of steps, as many as a chart shows. */
  Curve curve() {
    int stretch = Math.max(1, Math.ceilDiv(losses.size(), MOST_POINTS));
    List<Curve.Point> points = new ArrayList<>();
    for (int from = 0; from < losses.size(); from += stretch) {
      int to = Math.min(losses.size(), from + stretch);
      points.add(new Curve.Point((from + 1 + to) / 2.0, mean(from, to)));
    }
    return new Curve(name, points);
  }
}
