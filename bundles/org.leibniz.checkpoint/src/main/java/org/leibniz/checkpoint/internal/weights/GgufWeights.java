package org.leibniz.checkpoint.internal.weights;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leibniz.checkpoint.Architecture;
import org.leibniz.checkpoint.Shape;
import org.leibniz.checkpoint.StoredTensor;
import org.leibniz.checkpoint.Weights;

/** A GGUF file's tensors by their Hugging Face names and in that layout. */
public final class GgufWeights {
  private static final Pattern BLOCK = Pattern.compile("blk\\.([0-9]{1,6})\\.([a-z_]+)\\.(weight|bias)");
  private static final Map<String, String> IN_BLOCK =
      Map.of(
          "attn_norm", "input_layernorm",
          "attn_q", "self_attn.q_proj",
          "attn_k", "self_attn.k_proj",
          "attn_v", "self_attn.v_proj",
          "attn_output", "self_attn.o_proj",
          "ffn_norm", "post_attention_layernorm",
          "ffn_gate", "mlp.gate_proj",
          "ffn_up", "mlp.up_proj",
          "ffn_down", "mlp.down_proj");
  private static final Map<String, String> OUTSIDE =
      Map.of(
          "token_embd.weight", "model.embed_tokens.weight",
          "output_norm.weight", "model.norm.weight",
          "output.weight", "lm_head.weight");

  /** The same tensor under another name. */
  private record Renamed(String name, StoredTensor stored) implements StoredTensor {
    @Override
    public Shape shape() {
      return stored.shape();
    }

    @Override
    public String encoding() {
      return stored.encoding();
    }

    @Override
    public void read(long first, FloatBuffer into) {
      stored.read(first, into);
    }
  }

  private GgufWeights() {}

  public static Weights of(GgufFile file, Architecture architecture) {
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    file.tensors()
        .forEach(
            (stored, tensor) -> {
              if (stored.equals("rope_freqs.weight")) {
                return;
              }
              Matcher block = BLOCK.matcher(stored);
              String name = OUTSIDE.getOrDefault(stored, stored);
              if (block.matches() && IN_BLOCK.containsKey(block.group(2))) {
                name = "model.layers." + block.group(1) + "." + IN_BLOCK.get(block.group(2)) + "." + block.group(3);
              }
              tensors.put(name, arranged(name, tensor, architecture));
            });
    return new Weights(tensors, file.size());
  }

  private static StoredTensor arranged(String name, StoredTensor tensor, Architecture architecture) {
    boolean turned = name.contains(".q_proj.") || name.contains(".k_proj.");
    StoredTensor renamed = new Renamed(name, tensor);
    boolean interleaved = turned && architecture.family().equals("llama") && tensor.shape().elements() > 0;
    return interleaved ? new InterleavedRows(renamed, architecture.headSize()) : renamed;
  }
}
