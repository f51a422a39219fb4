package org.leibniz.trainer.sft.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.leibniz.checkpoint.Architecture;
import org.leibniz.checkpoint.Rotary;
import org.leibniz.torch.Torch;
import org.leibniz.trainer.sft.internal.network.Optimiser;
import org.leibniz.trainer.sft.internal.network.Parameters;
import org.leibniz.trainer.sft.internal.network.Precision;
import org.leibniz.trainer.sft.internal.network.TrainedNetwork;

/** What reaches the gradient, and what must not. */
class PackedGradientTest {
  private static final int VOCABULARY = 50;
  private static final int CONTEXT = 24;
  private static final Architecture MODEL =
      new Architecture("llama", 32, 48, 2, 4, 2, 8, VOCABULARY, 1e-5, new Rotary(8, 10_000, new Rotary.Unscaled()), CONTEXT, 0, false, false, false, true);

  /** A loss and its gradient. */
  private record Result(double loss, List<float[]> gradients) {}

  @BeforeAll
  static void start() {
    Torch.start(1);
  }

  private static Result of(List<Batch> batches) {
    long targets = batches.stream().mapToLong(batch -> batch.targets().length).sum();
    Optimiser optimiser = new Optimiser(0.9, 0.95, 1e-8, 0, 1);
    try (TrainedNetwork network = new TrainedNetwork(MODEL, Parameters.fresh(MODEL, 3), optimiser, Precision.F32, CONTEXT)) {
      double loss = 0;
      for (Batch batch : batches) {
        loss += network.accumulate(batch, targets);
      }
      return new Result(loss, network.gradients());
    }
  }

  private static Example example(long seed, int length, int prompt) {
    Random random = new Random(seed);
    int[] tokens = IntStream.range(0, length).map(i -> random.nextInt(VOCABULARY)).toArray();
    boolean[] learnt = new boolean[length];
    for (int i = prompt; i < length; i++) {
      learnt[i] = true;
    }
    return new Example("", tokens, learnt);
  }

  private static double distance(List<float[]> a, List<float[]> b) {
    double most = 0;
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < a.get(i).length; j++) {
        most = Math.max(most, Math.abs(a.get(i)[j] - b.get(i)[j]));
      }
    }
    return most;
  }

  @Test
  void packingGivesTheLossAndGradientOfPadding() {
    List<Example> examples = List.of(example(1, 9, 3), example(2, 6, 2), example(3, 8, 5), example(4, 11, 1));
    Result packed = of(List.of(Packer.lay(List.of(examples.subList(0, 3), examples.subList(3, 4)), CONTEXT)));
    Result padded = of(List.of(Packer.lay(examples.stream().map(List::of).toList(), CONTEXT)));
    assertThat(packed.loss).isCloseTo(padded.loss, within(1e-6));
    assertThat(distance(packed.gradients, padded.gradients)).isLessThan(1e-7);
  }

  @Test
  void anotherExampleInTheRowChangesNothing() {
    Example mine = example(1, 9, 3);
    Example silent = new Example("", example(8, 10, 10).tokens(), new boolean[10]);
    Example other = new Example("", example(9, 10, 10).tokens(), new boolean[10]);
    Result one = of(List.of(Packer.lay(List.of(List.of(silent, mine)), CONTEXT)));
    Result two = of(List.of(Packer.lay(List.of(List.of(other, mine)), CONTEXT)));
    assertThat(two.loss).isEqualTo(one.loss);
    assertThat(distance(one.gradients, two.gradients)).isZero();
  }

  @Test
  void accumulatedBatchesGiveTheGradientOfOne() {
    List<Example> examples = List.of(example(1, 9, 3), example(2, 16, 2), example(3, 8, 5), example(4, 11, 1));
    Result whole = of(List.of(Packer.lay(examples.stream().map(List::of).toList(), CONTEXT)));
    Result parts =
        of(List.of(Packer.lay(List.of(examples.subList(0, 1), examples.subList(1, 2)), CONTEXT), Packer.lay(List.of(examples.subList(2, 4)), CONTEXT)));
    assertThat(parts.loss).isCloseTo(whole.loss, within(1e-6));
    assertThat(distance(parts.gradients, whole.gradients)).isLessThan(1e-7);
  }

  @Test
  void theTargetOfAMaskedTokenDoesNotReachTheGradient() {
    Example example = example(5, 10, 3);
    // The last token is nobody's input: it matters as a target or not at all.
    boolean[] masked = example.learnt().clone();
    masked[9] = false;
    int[] changed = example.tokens().clone();
    changed[9] = (changed[9] + 1) % VOCABULARY;
    Result before = of(List.of(Packer.lay(List.of(List.of(new Example("", example.tokens(), masked))), CONTEXT)));
    Result after = of(List.of(Packer.lay(List.of(List.of(new Example("", changed, masked))), CONTEXT)));
    assertThat(distance(before.gradients, after.gradients)).isZero();
    Result learnt = of(List.of(Packer.lay(List.of(List.of(example)), CONTEXT)));
    Result learntOther = of(List.of(Packer.lay(List.of(List.of(new Example("", changed, example.learnt()))), CONTEXT)));
    assertThat(distance(learnt.gradients, learntOther.gradients)).isGreaterThan(1e-4);
  }

  @Test
  void theGradientIsThatOfFiniteDifferences() {
    Batch batch = Packer.lay(List.of(List.of(example(6, 12, 2))), CONTEXT);
    Result exact = of(List.of(batch));
    Random random = new Random(1);
    Optimiser optimiser = new Optimiser(0.9, 0.95, 1e-8, 0, 1);
    for (int n = 0; n < 12; n++) {
      Parameters parameters = Parameters.fresh(MODEL, 3);
      int block = random.nextInt(parameters.weights().size());
      int element = random.nextInt(parameters.weights().get(block).length);
      float step = 1e-2f;
      double[] losses = new double[2];
      for (int side = 0; side < 2; side++) {
        Parameters moved = Parameters.fresh(MODEL, 3);
        moved.weights().get(block)[element] += side == 0 ? step : -step;
        try (TrainedNetwork network = new TrainedNetwork(MODEL, moved, optimiser, Precision.F32, CONTEXT)) {
          losses[side] = network.accumulate(batch, batch.targets().length);
        }
      }
      double difference = (losses[0] - losses[1]) / (2 * step);
      assertThat((double) exact.gradients.get(block)[element]).isCloseTo(difference, within(2e-3));
    }
  }
}
