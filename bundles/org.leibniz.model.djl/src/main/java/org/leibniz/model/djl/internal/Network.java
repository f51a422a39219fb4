package org.leibniz.model.djl.internal;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.leibniz.api.LeibnizException;
import org.leibniz.checkpoint.Architecture;
import org.leibniz.checkpoint.Checkpoint;
import org.leibniz.checkpoint.StoredTensor;
import org.leibniz.torch.ScriptArchive;

/**
 * A decoder with its weights and its key/value cache in native memory. Used by one thread at a time; closing it
 * frees all of it.
 */
final class Network implements AutoCloseable {
  private static final int BLOCK_ELEMENTS = 4 << 20;
  private static final int FIRST_SLOTS = 4;
  private static final int FIRST_CAPACITY = 256;

  private final Architecture model;
  private final Numbers numbers;
  private final PtNDManager manager;
  private final PtSymbolBlock script;
  private final IValue weights;
  private PtNDArray[] keys;
  private PtNDArray[] values;
  private NDArray index;
  private int slots = FIRST_SLOTS;
  private int capacity = FIRST_CAPACITY;

  Network(Checkpoint checkpoint, Placement placement) {
    model = checkpoint.architecture();
    numbers = placement.numbers();
    manager = (PtNDManager) Engine.getInstance()
        .newBaseManager(placement.target() == Placement.Target.CUDA ? Device.gpu() : Device.cpu());
    try {
      script = JniUtils.loadModule(manager,
          new ByteArrayInputStream(ScriptArchive.of(DecoderScript.of(model, placement))), false, false);
      weights = IValue.listFrom(load(checkpoint).toArray(PtNDArray[]::new));
      keys = emptyCaches();
      values = emptyCaches();
      index = positions();
    } catch (IOException e) {
      manager.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  private NDArray positions() {
    return manager.create(java.util.stream.LongStream.range(0, capacity).toArray());
  }

  private PtNDArray[] emptyCaches() {
    PtNDArray[] caches = new PtNDArray[model.layers()];
    for (int i = 0; i < caches.length; i++) {
      caches[i] = typed((PtNDArray) manager.zeros(new Shape(slots, model.keyValueHeads(), capacity, model.headSize()),
          DataType.FLOAT32));
    }
    return caches;
  }

  private List<PtNDArray> load(Checkpoint checkpoint) {
    List<PtNDArray> all = new ArrayList<>();
    PtNDArray embedding = join(checkpoint, "model.embed_tokens.weight");
    all.add(embedding);
    all.add(join(checkpoint, "model.norm.weight"));
    all.add(model.tied() ? embedding : join(checkpoint, "lm_head.weight"));
    for (int i = 0; i < model.layers(); i++) {
      String layer = "model.layers." + i + ".";
      String attention = layer + "self_attn.";
      String inner = layer + "mlp.";
      all.add(join(checkpoint, layer + "input_layernorm.weight"));
      all.add(join(checkpoint, attention + "q_proj.weight", attention + "k_proj.weight", attention + "v_proj.weight"));
      all.add(join(checkpoint, attention + "o_proj.weight"));
      all.add(join(checkpoint, layer + "post_attention_layernorm.weight"));
      all.add(join(checkpoint, inner + "gate_proj.weight", inner + "up_proj.weight"));
      all.add(join(checkpoint, inner + "down_proj.weight"));
      if (model.attentionBias()) {
        all.add(join(checkpoint, attention + "q_proj.bias", attention + "k_proj.bias", attention + "v_proj.bias"));
      }
      if (model.outputBias()) {
        all.add(join(checkpoint, attention + "o_proj.bias"));
      }
      if (model.feedForwardBias()) {
        all.add(join(checkpoint, inner + "gate_proj.bias", inner + "up_proj.bias"));
        all.add(join(checkpoint, inner + "down_proj.bias"));
      }
    }
    return all;
  }

  /** The named tensors one below the other. */
  private PtNDArray join(Checkpoint checkpoint, String... names) {
    List<StoredTensor> parts = Arrays.stream(names).map(checkpoint.weights()::get).toList();
    long rows = parts.stream().mapToLong(part -> part.shape().sizes().getFirst()).sum();
    boolean matrix = parts.getFirst().shape().sizes().size() > 1;
    long columns = matrix ? parts.getFirst().shape().rowLength() : 1;
    PtNDArray whole = (PtNDArray) manager.create(matrix ? new Shape(rows, columns) : new Shape(rows), DataType.FLOAT32);
    long first = 0;
    for (StoredTensor part : parts) {
      long count = part.shape().sizes().getFirst();
      long step = Math.max(1, BLOCK_ELEMENTS / columns);
      for (long row = 0; row < count; row += step) {
        long some = Math.min(step, count - row);
        fill(checkpoint, part, whole, first + row, row * columns, matrix ? new Shape(some, columns) : new Shape(some));
      }
      first += count;
    }
    return typed(whole);
  }

  /**
   * The same in the network's numbers. Types of two bytes come to be in TorchScript alone: asked for an array's type,
   * DJL ends the
   * process at bfloat16.
   */
  private PtNDArray typed(PtNDArray array) {
    if (numbers == Numbers.FLOAT32) {
      return array;
    }
    try (IValue given = IValue.from(array);
        IValue converted = IValueUtils.runMethod(script, "typed", given)) {
      PtNDArray typed = converted.toTensor(manager);
      array.close();
      return typed;
    }
  }

  private void fill(Checkpoint checkpoint, StoredTensor part, PtNDArray whole, long at, long from, Shape shape) {
    ByteBuffer bytes = ByteBuffer.allocateDirect(Math.toIntExact(shape.size() * Float.BYTES)).order(ByteOrder.nativeOrder());
    part.read(from, bytes.asFloatBuffer());
    try (NDManager step = manager.newSubManager();
        IValue into = IValue.from(whole);
        IValue first = IValue.from(at);
        IValue block = IValue.from((PtNDArray) step.create(bytes, shape, DataType.FLOAT32));
        IValue finite = IValueUtils.runMethod(script, "fill", into, first, block)) {
      if (!finite.toBoolean()) {
        throw LeibnizException.badInput(checkpoint.path(), 0, part.name(), "has an element that is infinite or not a number");
      }
    }
  }

  /** Makes room for sequences of {@code length} tokens in {@code count} slots; what is in the cache stays. */
  void reserve(int count, int length) {
    int moreSlots = Math.max(slots, Integer.highestOneBit(Math.max(1, count - 1)) * 2);
    int moreCapacity = Math.max(capacity, Integer.highestOneBit(Math.max(1, length - 1)) * 2);
    if (moreSlots == slots && moreCapacity == capacity) {
      return;
    }
    for (PtNDArray[] caches : List.of(keys, values)) {
      for (int i = 0; i < caches.length; i++) {
        try (IValue cache = IValue.from(caches[i]);
            IValue addedSlots = IValue.from((long) moreSlots - slots);
            IValue addedCapacity = IValue.from((long) moreCapacity - capacity);
            IValue grown = IValueUtils.runMethod(script, "grow", cache, addedSlots, addedCapacity)) {
          PtNDArray old = caches[i];
          caches[i] = grown.toTensor(manager);
          old.close();
        }
      }
    }
    slots = moreSlots;
    capacity = moreCapacity;
    index.close();
    index = positions();
  }

  /** Evaluates a step and writes its keys and values into the cache; gives the logits of the wanted rows, row by row. */
  float[] evaluate(Step step) {
    try (PtNDManager local = (PtNDManager) manager.newSubManager();
        IValue keyList = IValue.listFrom(keys);
        IValue valueList = IValue.listFrom(values);
        IValue indexValue = IValue.from((PtNDArray) index);
        IValue tokens = IValue.from(numbers(local, step.tokens()));
        IValue cosine = IValue.from(angles(local, step.cosine()));
        IValue sine = IValue.from(angles(local, step.sine()));
        IValue slotValue = IValue.from(numbers(local, step.slots()));
        IValue positions = IValue.from(numbers(local, step.positions()));
        IValue runs = IValue.listFrom(step.runs());
        IValue wanted = IValue.from(numbers(local, step.wanted()));
        IValue logits =
            IValueUtils.runMethod(
                script, "step", weights, keyList, valueList, indexValue, tokens, cosine, sine, slotValue, positions, runs, wanted)) {
      return logits.toTensor(local).toFloatArray();
    }
  }

  private static PtNDArray numbers(PtNDManager manager, long[] numbers) {
    return (PtNDArray) manager.create(numbers);
  }

  private PtNDArray angles(PtNDManager manager, float[] angles) {
    int half = model.headSize() / 2;
    return (PtNDArray) manager.create(angles, new Shape(angles.length / half, half));
  }

  int vocabulary() {
    return model.vocabulary();
  }

  @Override
  public void close() {
    weights.close();
    script.close();
    manager.close();
  }
}
