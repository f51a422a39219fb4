package org.leibniz.checkpoint;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.leibniz.checkpoint.internal.weights.WeightFolder;

/**
 * The tensors of a checkpoint by their Hugging Face names, each in the Hugging Face layout whatever the file's own is.
 *
 * @param tensors by name
 * @param bytes what they take in their files
 */
public record Weights(Map<String, StoredTensor> tensors, long bytes) {
  public Weights {
    tensors = Map.copyOf(tensors);
  }

  /**
   * The tensors of one safetensors file.
   *
   * @throws org.leibniz.api.LeibnizException with code {@code BAD_INPUT} for one that is cut or damaged
   */
  public static Weights open(Path safetensors) {
    return WeightFolder.single(safetensors);
  }

  public Optional<StoredTensor> find(String name) {
    return Optional.ofNullable(tensors.get(name));
  }

  /** A tensor that was checked to be there. */
  public StoredTensor get(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("no tensor " + name));
  }

  public long parameters() {
    return tensors.values().stream().mapToLong(tensor -> tensor.shape().elements()).sum();
  }
}
