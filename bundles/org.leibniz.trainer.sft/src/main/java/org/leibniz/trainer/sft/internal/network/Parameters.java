package org.leibniz.trainer.sft.internal.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.leibniz.checkpoint.Architecture;
import org.leibniz.checkpoint.Checkpoint;
import org.leibniz.checkpoint.Shape;
import org.leibniz.checkpoint.StoredTensor;
import org.leibniz.checkpoint.write.NamedTensor;

/**
 * Everything a training changes, in the processor's memory.
 *
 * @param blocks what each element of the lists belongs to
 * @param firstMoments of the gradient, as AdamW keeps them
 * @param updates how many were made
 */
public record Parameters(
    List<Block> blocks, List<float[]> weights, List<float[]> firstMoments, List<float[]> secondMoments, long updates) {
  private static final double DEVIATION = 0.02;

  /** Normally distributed matrices, those that write to the residual stream smaller by the depth (GPT-2), and norms of one. */
  public static Parameters fresh(Architecture model, long seed) {
    List<Block> blocks = Block.of(model);
    Random random = new Random(seed);
    List<float[]> weights = new ArrayList<>();
    for (Block block : blocks) {
      boolean residual = block.name().endsWith("o_proj.weight") || block.name().endsWith("down_proj.weight");
      double deviation = residual ? DEVIATION / Math.sqrt(2.0 * model.layers()) : DEVIATION;
      float[] values = new float[Math.toIntExact(block.shape().elements())];
      for (int i = 0; i < values.length; i++) {
        values[i] = block.matrix() ? (float) (deviation * random.nextGaussian()) : 1;
      }
      weights.add(values);
    }
    return new Parameters(blocks, weights, zeros(weights), zeros(weights), 0);
  }

  /** A checkpoint's weights; rows of tokens that it has not yet become the mean of those it has. */
  public static Parameters of(Architecture model, Checkpoint checkpoint) {
    List<Block> blocks = Block.of(model);
    List<float[]> weights = new ArrayList<>();
    for (Block block : blocks) {
      float[] whole = new float[Math.toIntExact(block.shape().elements())];
      int at = 0;
      for (int part = 0; part < block.parts().size(); part++) {
        StoredTensor stored = checkpoint.weights().get(block.parts().get(part));
        int size = Math.toIntExact(stored.shape().elements());
        stored.read(0, java.nio.FloatBuffer.wrap(whole, at, size));
        fillNew(whole, at, size, block.shapes().get(part));
        at += Math.toIntExact(block.shapes().get(part).elements());
      }
      weights.add(whole);
    }
    return new Parameters(blocks, weights, zeros(weights), zeros(weights), 0);
  }

  private static void fillNew(float[] whole, int at, int size, Shape wanted) {
    int columns = Math.toIntExact(wanted.rowLength());
    int rows = size / columns;
    for (int i = size; i < wanted.elements(); i++) {
      double sum = 0;
      for (int row = 0; row < rows; row++) {
        sum += whole[at + row * columns + i % columns];
      }
      whole[at + i] = (float) (sum / rows);
    }
  }

  private static List<float[]> zeros(List<float[]> like) {
    return like.stream().map(values -> new float[values.length]).toList();
  }

  /** The weights under their names in a checkpoint. */
  public List<NamedTensor> tensors() {
    List<NamedTensor> tensors = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      int at = 0;
      for (int part = 0; part < blocks.get(i).parts().size(); part++) {
        Shape shape = blocks.get(i).shapes().get(part);
        int size = Math.toIntExact(shape.elements());
        float[] elements = java.util.Arrays.copyOfRange(weights.get(i), at, at + size);
        tensors.add(new NamedTensor(blocks.get(i).parts().get(part), shape, elements));
        at += size;
      }
    }
    return tensors;
  }
}
