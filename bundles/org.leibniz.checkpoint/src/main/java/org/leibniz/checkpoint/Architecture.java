package org.leibniz.checkpoint;

import java.util.SequencedMap;
import org.leibniz.checkpoint.internal.config.TensorList;

/**
 * A decoder of the Llama family: RMS norms before attention and feed-forward, rotary positions, SwiGLU.
 *
 * @param family as config.json names it: {@code llama}, {@code mistral}, {@code qwen2}
 * @param heads query heads; {@code heads / keyValueHeads} neighbours share a key/value head
 * @param headSize size of one head, which need not be {@code hiddenSize / heads}
 * @param positions longest sequence the model was made for, in tokens
 * @param window a position sees itself and the {@code window - 1} before it; 0 for all before it
 * @param attentionBias whether the query, key and value projections have biases
 * @param outputBias whether the attention's output projection has a bias
 * @param feedForwardBias whether the three feed-forward projections have biases
 * @param tied whether the embedding is also the output head
 */
public record Architecture(
    String family,
    int hiddenSize,
    int feedForwardSize,
    int layers,
    int heads,
    int keyValueHeads,
    int headSize,
    int vocabulary,
    double normEpsilon,
    Rotary rotary,
    int positions,
    int window,
    boolean attentionBias,
    boolean outputBias,
    boolean feedForwardBias,
    boolean tied) {
  /** The tensors it consists of, by their Hugging Face names, in the order of a forward pass. */
  public SequencedMap<String, Shape> tensors() {
    return TensorList.of(this);
  }
}
