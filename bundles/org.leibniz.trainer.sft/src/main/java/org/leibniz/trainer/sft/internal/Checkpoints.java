package org.leibniz.trainer.sft.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.checkpoint.Checkpoint;
import org.leibniz.checkpoint.Shape;
import org.leibniz.checkpoint.Weights;
import org.leibniz.checkpoint.write.CheckpointWriter;
import org.leibniz.checkpoint.write.NamedTensor;
import org.leibniz.checkpoint.write.NumberFormat;
import org.leibniz.checkpoint.write.Safetensors;
import org.leibniz.trainer.sft.internal.data.Mixture;
import org.leibniz.trainer.sft.internal.network.Block;
import org.leibniz.trainer.sft.internal.network.Parameters;

/**
 * The checkpoints of one training, each a folder {@code step-N} that opens as a model and has the optimiser's state beside it.
 * One is written under another name and moved when it is whole, so that a killed process leaves none that is half.
 *
 * @param identity of the training; checkpoints of another one are refused
 */
record Checkpoints(Path folder, String identity, Beginning beginning, int keep) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String NAME = "step-([0-9]+)";
  private static final String STATE = "training.json";
  private static final String MOMENTS = "optimiser.safetensors";

  /** The newest one's progress; empty where there is none. */
  Optional<Progress> newest() {
    return numbers().stream().max(Comparator.naturalOrder()).map(this::read);
  }

  Path path(long step) {
    return folder.resolve("step-" + step);
  }

  private List<Long> numbers() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(child -> child.getFileName().toString().matches(NAME) && Files.exists(child.resolve(STATE)))
          .map(child -> Long.valueOf(child.getFileName().toString().replaceFirst(NAME, "$1")))
          .toList();
    } catch (IOException e) {
      throw LeibnizException.badInput(folder, 0, "", "cannot be read: " + e.getMessage());
    }
  }

  Path write(Progress progress, Path tokenizer) {
    Path whole = path(progress.step());
    Path part = folder.resolve("writing");
    try {
      delete(part);
      Files.createDirectories(part);
      Parameters parameters = progress.parameters();
      CheckpointWriter.write(part, beginning.architecture(), parameters.tensors(), NumberFormat.F32, tokenizer, beginning.end());
      List<NamedTensor> moments = new ArrayList<>();
      for (int i = 0; i < parameters.blocks().size(); i++) {
        Block block = parameters.blocks().get(i);
        moments.add(new NamedTensor("first." + block.name(), block.shape(), parameters.firstMoments().get(i)));
        moments.add(new NamedTensor("second." + block.name(), block.shape(), parameters.secondMoments().get(i)));
      }
      Safetensors.write(part.resolve(MOMENTS), moments, NumberFormat.F32);
      ObjectNode state = MAPPER.createObjectNode();
      state.put("identity", identity);
      state.put("step", progress.step());
      state.put("updates", parameters.updates());
      progress.position().drawn().forEach(state.putObject("drawn")::put);
      progress.position().owed().forEach(state.putObject("owed")::put);
      MAPPER.writerWithDefaultPrettyPrinter().writeValue(part.resolve(STATE).toFile(), state);
      delete(whole);
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
      for (Long old : numbers().stream().sorted(Comparator.reverseOrder()).skip(keep).toList()) {
        delete(path(old));
      }
      return whole;
    } catch (IOException e) {
      throw new LeibnizException(ErrorCode.STORE, "the checkpoint " + whole + " cannot be written: " + e.getMessage(), e);
    }
  }

  private Progress read(long step) {
    Path place = path(step);
    JsonNode state;
    try {
      state = MAPPER.readTree(place.resolve(STATE).toFile());
    } catch (IOException e) {
      throw LeibnizException.badInput(place.resolve(STATE), 0, "", "cannot be read: " + e.getMessage());
    }
    if (!state.path("identity").asText().equals(identity)) {
      throw LeibnizException.usage(
          folder + " holds checkpoints of a training with other settings or data; start anew with --fresh, or give the training"
              + " another name");
    }
    Weights weights = Checkpoint.open(place).weights();
    Weights moments = Weights.open(place.resolve(MOMENTS));
    List<Block> blocks = Block.of(beginning.architecture());
    return new Progress(
        step,
        new Parameters(
            blocks,
            blocks.stream().map(block -> joined(weights, block)).toList(),
            blocks.stream().map(block -> whole(moments, "first." + block.name(), block.shape())).toList(),
            blocks.stream().map(block -> whole(moments, "second." + block.name(), block.shape())).toList(),
            state.path("updates").asLong()),
        new Mixture.Position(numbers(state.path("drawn"), JsonNode::asLong), numbers(state.path("owed"), JsonNode::asDouble)));
  }

  private static <T> Map<String, T> numbers(JsonNode node, java.util.function.Function<JsonNode, T> read) {
    Map<String, T> numbers = new HashMap<>();
    node.properties().forEach(entry -> numbers.put(entry.getKey(), read.apply(entry.getValue())));
    return numbers;
  }

  private static float[] joined(Weights weights, Block block) {
    float[] all = new float[Math.toIntExact(block.shape().elements())];
    int at = 0;
    for (String part : block.parts()) {
      int size = Math.toIntExact(weights.get(part).shape().elements());
      weights.get(part).read(0, FloatBuffer.wrap(all, at, size));
      at += size;
    }
    return all;
  }

  private static float[] whole(Weights moments, String name, Shape shape) {
    float[] all = new float[Math.toIntExact(shape.elements())];
    moments.get(name).read(0, FloatBuffer.wrap(all));
    return all;
  }

  /** Deletes a folder with all that is in it. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
