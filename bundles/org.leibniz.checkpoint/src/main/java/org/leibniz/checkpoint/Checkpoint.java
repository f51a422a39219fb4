package org.leibniz.checkpoint;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.leibniz.checkpoint.internal.FolderCheckpoint;
import org.leibniz.checkpoint.internal.GgufCheckpoint;
import org.leibniz.checkpoint.tokenizer.Tokenizer;

/**
 * A language model as it lies on disk, checked: every tensor the architecture needs is there in its shape, and the tokenizer
 * gives no id beyond the embedding. Weights are decoded only when they are read.
 *
 * @param path the folder or file
 * @param ends ids that end a sequence
 * @param chatTemplate in Jinja, where the checkpoint has one
 * @param beginText token texts that templates know as {@code bos_token} and {@code eos_token}; empty where there are none
 * @param licence what the file says of its licence, empty where it says nothing
 */
public record Checkpoint(
    Path path,
    Architecture architecture,
    Weights weights,
    Tokenizer tokenizer,
    Set<Integer> ends,
    Optional<String> chatTemplate,
    String beginText,
    String endText,
    String licence) {
  public Checkpoint {
    ends = Set.copyOf(ends);
  }

  /**
   * Opens a Hugging Face folder or a GGUF file.
   *
   * @throws org.leibniz.api.LeibnizException with code {@code BAD_INPUT} and one line that names file, tensor and what was
   *     expected, before memory of the weights' size is taken
   */
  public static Checkpoint open(Path path) {
    return path.toString().endsWith(".gguf") ? GgufCheckpoint.open(path) : FolderCheckpoint.open(path);
  }
}
