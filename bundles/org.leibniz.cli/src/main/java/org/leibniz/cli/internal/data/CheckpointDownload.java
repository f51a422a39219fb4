package org.leibniz.cli.internal.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.leibniz.api.LeibnizException;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.json.Json;

/**
 * Fetches a checkpoint: one {@code .gguf} file, or the files of a folder in Hugging Face's form, whose names its own
 * lists say.
 * What was fetched in part is gone on with.
 *
 * @param most bytes of one file that are accepted
 */
record CheckpointDownload(URI address, Console console, long most) {
  private static final List<String> NEEDED = List.of("config.json", "tokenizer.json");
  private static final List<String> OPTIONAL =
      List.of(
          "tokenizer_config.json", "generation_config.json", "special_tokens_map.json", "chat_template.jinja",
              "LICENSE",
          "LICENSE.txt", "README.md");
  private static final List<String> WEIGHTS = List.of("model.safetensors", "pytorch_model.bin");

  void into(Path folder) throws IOException {
    if (address.getPath() != null && address.getPath().endsWith(".gguf")) {
      fetch(address, folder.resolve(Download.fileName(address)));
      return;
    }
    for (String name : NEEDED) {
      fetch(within(name), folder.resolve(name));
    }
    for (String name : OPTIONAL) {
      tried(name, folder);
    }
    for (String weights : WEIGHTS) {
      if (tried(weights + ".index.json", folder)) {
        for (String shard : shards(folder.resolve(weights + ".index.json"))) {
          fetch(within(shard), folder.resolve(shard));
        }
        return;
      }
      if (tried(weights, folder)) {
        return;
      }
    }
    throw LeibnizException.badInput(address + ": has neither " + String.join(" nor ", WEIGHTS)
        + ", nor an index of one; expected a checkpoint");
  }

  private URI within(String name) {
    return URI.create(address.toString().replaceFirst("/+$", "") + "/" + name);
  }

  private void fetch(URI from, Path file) throws IOException {
    if (!Files.exists(file)) {
      new ResumableDownload(from, console, most).to(file);
    }
  }

  /** Whether there is such a file. */
  private boolean tried(String name, Path folder) throws IOException {
    try {
      fetch(within(name), folder.resolve(name));
      return true;
    } catch (ResumableDownload.NotThere e) {
      return false;
    }
  }

  /** Names of files in an index; a path that leads elsewhere is refused before anything is fetched. */
  private static TreeSet<String> shards(Path index) throws IOException {
    JsonNode map = Json.parse(Files.readString(index)).path("weight_map");
    TreeSet<String> names = new TreeSet<>();
    map.forEach(name -> names.add(name.asText()));
    Optional<String> strange = names.stream().filter(name -> !name.matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,200}"))
        .findFirst();
    if (names.isEmpty() || strange.isPresent()) {
      throw LeibnizException.badInput(index, 0, "weight_map", "expected plain file names"
          + strange.map(name -> ", found '" + name + "'").orElse(""));
    }
    return names;
  }
}
