package org.leibniz.checkpoint.internal.weights;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.leibniz.api.LeibnizException;
import org.leibniz.checkpoint.StoredTensor;
import org.leibniz.checkpoint.Weights;
import org.leibniz.checkpoint.internal.JsonFile;

/** Finds the weight files of a Hugging Face folder: safetensors before PyTorch's own, one file or shards with an index. */
public final class WeightFolder {
  private static final Map<String, Function<Path, Map<String, StoredTensor>>> FORMS = new LinkedHashMap<>();

  static {
    FORMS.put("model.safetensors", SafetensorsFile::read);
    FORMS.put("pytorch_model.bin", PytorchFile::read);
  }

  private WeightFolder() {}

  public static Weights read(Path folder) {
    for (var form : FORMS.entrySet()) {
      Path index = folder.resolve(form.getKey() + ".index.json");
      if (Files.exists(index)) {
        return sharded(index, form.getValue());
      }
      Path single = folder.resolve(form.getKey());
      if (Files.exists(single)) {
        return new Weights(form.getValue().apply(single), size(single));
      }
    }
    throw LeibnizException.badInput(folder, 0, "", "has no weights; expected model.safetensors or pytorch_model.bin, or an index of their shards");
  }

  /** One safetensors file, whatever its name. */
  public static Weights single(Path safetensors) {
    return new Weights(SafetensorsFile.read(safetensors), size(safetensors));
  }

  private static Weights sharded(Path index, Function<Path, Map<String, StoredTensor>> reader) {
    Map<String, String> shardOf = new LinkedHashMap<>();
    JsonNode map = JsonFile.object(index).path("weight_map");
    if (!map.isObject() || map.isEmpty()) {
      throw LeibnizException.badInput(index, 0, "weight_map", "expected names of tensors with the file each is in");
    }
    for (var field : map.properties()) {
      String shard = field.getValue().asText();
      if (shard.isEmpty() || shard.contains("/") || shard.contains("\\") || shard.equals("..") || shard.indexOf(0) >= 0) {
        throw LeibnizException.badInput(index, 0, field.getKey(), "is sent to '" + shard + "'; expected a file of the same folder");
      }
      shardOf.put(field.getKey(), shard);
    }
    Map<String, Map<String, StoredTensor>> shards = new LinkedHashMap<>();
    long bytes = 0;
    for (String shard : new TreeSet<>(shardOf.values())) {
      Path file = index.resolveSibling(shard);
      if (!Files.exists(file)) {
        throw LeibnizException.badInput(index, 0, "", "names " + shard + ", which is not in the folder");
      }
      shards.put(shard, reader.apply(file));
      bytes += size(file);
    }
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    shardOf.forEach(
        (name, shard) -> {
          StoredTensor tensor = shards.get(shard).get(name);
          if (tensor == null) {
            throw LeibnizException.badInput(index.resolveSibling(shard), 0, name, "is missing; " + index.getFileName() + " says it is here");
          }
          tensors.put(name, tensor);
        });
    return new Weights(tensors, bytes);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw LeibnizException.badInput(file, 0, "", "cannot be read: " + e.getMessage());
    }
  }
}
