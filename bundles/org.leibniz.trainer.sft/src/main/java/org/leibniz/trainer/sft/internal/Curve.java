package org.leibniz.trainer.sft.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.trainer.TrainingStep;

/** The file {@code curve.jsonl} of a training: an object a step, in order, none twice. */
final class Curve implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;
  private final BufferedWriter writer;

  private Curve(Path file, BufferedWriter writer) {
    this.file = file;
    this.writer = writer;
  }

  /** Opens it after {@code step}; what an interrupted training wrote beyond is left out. */
  static Curve after(long step, Path file) {
    try {
      List<String> kept = new ArrayList<>();
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file)) {
          if (kept.size() < step && number(line) == kept.size() + 1) {
            kept.add(line);
          }
        }
      }
      Path part = file.resolveSibling(file.getFileName() + ".part");
      Files.write(part, kept);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return new Curve(file, Files.newBufferedWriter(file, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static long number(String line) {
    try {
      return MAPPER.readTree(line).path("step").asLong();
    } catch (JsonProcessingException e) {
      // The line that was being written when the process ended.
      return -1;
    }
  }

  void add(TrainingStep step) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("step", step.number());
    node.put("loss", rounded(step.loss()));
    node.put("learningRate", rounded(step.learningRate()));
    node.put("gradientNorm", rounded(step.gradientNorm()));
    node.put("tokens", step.tokens());
    node.put("targets", step.targets());
    node.put("millis", Math.round(step.millis()));
    try {
      writer.write(node + "\n");
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static double rounded(double value) {
    return Double.isFinite(value) ? Double.parseDouble(String.format(java.util.Locale.ROOT, "%.6g", value)) : value;
  }

  void flush() {
    try {
      writer.flush();
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static LeibnizException failed(Path file, IOException e) {
    return new LeibnizException(ErrorCode.STORE, file + " cannot be written: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw failed(file, e);
    }
  }
}
