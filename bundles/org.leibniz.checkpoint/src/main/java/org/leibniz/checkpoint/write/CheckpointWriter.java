package org.leibniz.checkpoint.write;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.leibniz.checkpoint.Architecture;
import org.leibniz.checkpoint.Rotary;

/** Writes a folder that our own reader and Hugging Face's libraries open: config.json, tokenizer.json, model.safetensors. */
public final class CheckpointWriter {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private CheckpointWriter() {}

  /**
   * Writes into an existing folder, replacing files of the same names.
   *
   * @param model of family {@code llama} with unscaled rotary positions
   * @param weights exactly {@link Architecture#tensors()}
   * @param tokenizer a tokenizer.json, copied as it is
   * @param end name of the token that ends a sequence, with its id
   */
  public static void write(
      Path folder, Architecture model, List<NamedTensor> weights, NumberFormat format, Path tokenizer, EndToken end)
      throws IOException {
    if (!model.family().equals("llama") || !(model.rotary().scaling() instanceof Rotary.Unscaled)) {
      throw new IllegalArgumentException("only Llama models with unscaled rotary positions are written");
    }
    if (!weights.stream().map(NamedTensor::name).sorted().toList().equals(model.tensors().keySet().stream().sorted().toList())) {
      throw new IllegalArgumentException("the weights are not those of the architecture");
    }
    Path copy = folder.resolve("tokenizer.json");
    if (!copy.equals(tokenizer)) {
      Files.copy(tokenizer, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    MAPPER.writerWithDefaultPrettyPrinter().writeValue(folder.resolve("config.json").toFile(), config(model, format, end));
    ObjectNode tokens = MAPPER.createObjectNode();
    tokens.put("tokenizer_class", "PreTrainedTokenizerFast");
    tokens.put("eos_token", end.name());
    tokens.put("model_max_length", model.positions());
    tokens.put("clean_up_tokenization_spaces", false);
    MAPPER.writerWithDefaultPrettyPrinter().writeValue(folder.resolve("tokenizer_config.json").toFile(), tokens);
    Safetensors.write(folder.resolve("model.safetensors"), weights, format);
  }

  /** A token that ends sequences. */
  public record EndToken(String name, int id) {}

  private static ObjectNode config(Architecture model, NumberFormat format, EndToken end) {
    ObjectNode config = MAPPER.createObjectNode();
    config.putArray("architectures").add("LlamaForCausalLM");
    config.put("model_type", "llama");
    config.put("hidden_size", model.hiddenSize());
    config.put("intermediate_size", model.feedForwardSize());
    config.put("num_hidden_layers", model.layers());
    config.put("num_attention_heads", model.heads());
    config.put("num_key_value_heads", model.keyValueHeads());
    config.put("head_dim", model.headSize());
    config.put("vocab_size", model.vocabulary());
    config.put("hidden_act", "silu");
    config.put("rms_norm_eps", model.normEpsilon());
    config.put("rope_theta", model.rotary().base());
    config.put("max_position_embeddings", model.positions());
    config.put("attention_bias", model.attentionBias());
    config.put("mlp_bias", model.feedForwardBias());
    config.put("tie_word_embeddings", model.tied());
    config.put("eos_token_id", end.id());
    config.put("torch_dtype", format.torchName());
    return config;
  }
}
