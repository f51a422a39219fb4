package org.leibniz.trainer.sft.internal.network;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.leibniz.checkpoint.Architecture;
import org.leibniz.torch.ScriptArchive;
import org.leibniz.trainer.sft.internal.data.Batch;

/**
 * A decoder with gradients and optimiser state in native memory. Made, used and closed by one thread, for which gradients are
 * switched on; the engine must have been started.
 */
public final class TrainedNetwork implements AutoCloseable {
  private final PtNDManager manager;
  private final PtSymbolBlock script;
  private final Optimiser optimiser;
  private final List<Block> blocks;
  private final List<PtNDArray> weights;
  private final List<PtNDArray> gradients;
  private final List<PtNDArray> firstMoments;
  private final List<PtNDArray> secondMoments;
  private final IValue allGradients;
  private final List<Group> groups;
  private final PtNDArray cosine;
  private final PtNDArray sine;
  private long updates;

  /** Parameters that are updated alike: lists of weights, gradients, both moments, and counts of updates. */
  private record Group(List<IValue> lists, double weightDecay) {}

  public TrainedNetwork(Architecture model, Parameters parameters, Optimiser optimiser, Precision precision, int context) {
    this.optimiser = optimiser;
    this.blocks = parameters.blocks();
    this.updates = parameters.updates();
    JniUtils.setGradMode(true);
    // What the optimising executor would save is less than what its own differentiation costs.
    JniUtils.setGraphExecutorOptimize(false);
    manager = (PtNDManager) Engine.getInstance().newBaseManager(Device.cpu());
    try {
      script = JniUtils.loadModule(manager, new ByteArrayInputStream(ScriptArchive.of(TrainingScript.of(model, precision))), false, false);
    } catch (IOException e) {
      manager.close();
      throw new UncheckedIOException(e);
    }
    weights = arrays(parameters.weights(), "w[]");
    weights.forEach(weight -> JniUtils.attachGradient(weight, true));
    gradients = arrays(parameters.weights().stream().map(values -> new float[values.length]).toList(), "g[]");
    firstMoments = arrays(parameters.firstMoments(), "m[]");
    secondMoments = arrays(parameters.secondMoments(), "v[]");
    List<PtNDArray> steps = blocks.stream().map(block -> (PtNDArray) manager.create((float) updates)).toList();
    int matrices = (int) blocks.stream().filter(Block::matrix).count();
    List<List<PtNDArray>> updated = List.of(weights, gradients, firstMoments, secondMoments, steps);
    groups =
        List.of(
            new Group(updated.stream().map(arrays -> list(arrays.subList(0, matrices))).toList(), optimiser.weightDecay()),
            new Group(updated.stream().map(arrays -> list(arrays.subList(matrices, arrays.size()))).toList(), 0));
    allGradients = list(gradients);
    int half = model.headSize() / 2;
    cosine = (PtNDArray) manager.create(turns(model, context, true), new Shape(context, half));
    sine = (PtNDArray) manager.create(turns(model, context, false), new Shape(context, half));
  }

  private List<PtNDArray> arrays(List<float[]> values, String name) {
    List<PtNDArray> arrays = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      long[] sizes = blocks.get(i).shape().sizes().stream().mapToLong(Long::longValue).toArray();
      PtNDArray array = (PtNDArray) manager.create(values.get(i), new Shape(sizes));
      array.setName(name);
      arrays.add(array);
    }
    return arrays;
  }

  private static IValue list(List<PtNDArray> arrays) {
    return IValue.listFrom(arrays.toArray(PtNDArray[]::new));
  }

  private static float[] turns(Architecture model, int context, boolean cosine) {
    double[] frequencies = model.rotary().frequencies(1);
    float[] turns = new float[context * frequencies.length];
    for (int position = 0; position < context; position++) {
      for (int i = 0; i < frequencies.length; i++) {
        double angle = position * frequencies[i];
        turns[position * frequencies.length + i] = (float) (cosine ? Math.cos(angle) : Math.sin(angle));
      }
    }
    return turns;
  }

  /**
   * Adds the gradient of a batch's summed loss, divided by {@code targets}, to what is there; gives that loss.
   *
   * @param targets of the whole step, of which this batch may be a part
   */
  public double accumulate(Batch batch, long targets) {
    try (PtNDManager local = (PtNDManager) manager.newSubManager()) {
      Shape rows = new Shape(batch.rows(), batch.context());
      NDList inputs = new NDList();
      inputs.addAll(weights);
      inputs.addAll(gradients);
      List<PtNDArray> parts =
          List.of(
              (PtNDArray) local.create(batch.tokens(), rows),
              cosine,
              sine,
              (PtNDArray) local.create(batch.positions(), rows),
              (PtNDArray) local.create(batch.documents(), rows),
              (PtNDArray) local.create(batch.wanted()),
              (PtNDArray) local.create(batch.targets()),
              (PtNDArray) local.create((float) targets));
      parts.forEach(part -> part.setName("b[]"));
      inputs.addAll(parts);
      try (NDList loss = IValueUtils.forward(script, inputs, true)) {
        return loss.getFirst().toFloatArray()[0];
      }
    }
  }

  /** Updates the weights by the gradient there is, which is zero afterwards; gives its norm before clipping. */
  public double update(double learningRate) {
    try (PtNDManager local = (PtNDManager) manager.newSubManager();
        IValue rate = IValue.from(learningRate);
        IValue beta1 = IValue.from(optimiser.beta1());
        IValue beta2 = IValue.from(optimiser.beta2());
        IValue epsilon = IValue.from(optimiser.epsilon());
        IValue clip = IValue.from(optimiser.clip());
        IValue norm = IValueUtils.runMethod(script, "clip", allGradients, clip)) {
      for (Group group : groups) {
        List<IValue> lists = group.lists();
        try (IValue decay = IValue.from(group.weightDecay())) {
          IValueUtils.runMethod(
                  script, "update", lists.get(0), lists.get(1), lists.get(2), lists.get(3), lists.get(4), rate, beta1, beta2,
                  epsilon, decay)
              .close();
        }
      }
      updates++;
      return norm.toTensor(local).toFloatArray()[0];
    }
  }

  /** A copy of all that the training has changed. */
  public Parameters parameters() {
    return new Parameters(blocks, read(weights), read(firstMoments), read(secondMoments), updates);
  }

  /** A copy of the gradients that were accumulated and not yet used. */
  public List<float[]> gradients() {
    return read(gradients);
  }

  private static List<float[]> read(List<PtNDArray> arrays) {
    return arrays.stream().map(PtNDArray::toFloatArray).toList();
  }

  @Override
  public void close() {
    groups.forEach(group -> group.lists().forEach(IValue::close));
    allGradients.close();
    script.close();
    manager.close();
    JniUtils.setGraphExecutorOptimize(true);
    JniUtils.setGradMode(false);
  }
}
