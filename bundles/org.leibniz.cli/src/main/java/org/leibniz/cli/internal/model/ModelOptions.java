package org.leibniz.cli.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.model.Model;
import org.leibniz.api.model.ModelBackend;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.TokenModel;
import org.leibniz.api.plugin.Kind;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.plugin.Configured;
import org.leibniz.plugins.PluginLease;
import picocli.CommandLine.Option;

/** Which model, and which prompts. */
public final class ModelOptions {
  @Option(
      names = "--model",
      required = true,
      paramLabel = "SPEC",
      description =
          "The model: the id of an installed one (leibniz models), or BACKEND:PATH as in"
              + " djl:models/mathcoder-7b or openai:http://127.0.0.1:8000/v1.")
  String model;

  @Option(names = "--option", paramLabel = "KEY=VALUE", description = "A setting of the backend. Repeatable.")
  List<String> settings = new ArrayList<>();

  @Option(names = "--prompt", paramLabel = "TEXT", description = "A prompt. Repeatable.")
  List<String> prompts = new ArrayList<>();

  @Option(names = "--prompt-file", paramLabel = "FILE", description = "Prompts, one JSON string a line.")
  Optional<String> promptFile = Optional.empty();

  @Option(names = "--control", description = "Names of control tokens in prompts are such tokens.")
  boolean control;

  @Option(names = "--json", description = "Write JSON Lines on standard output and nothing else there.")
  boolean json;

  /** The model, leased and opened; the caller closes it before the lease. */
  Model open(Context context, PluginLease lease) {
    Map.Entry<String, String> spec = spec(context);
    Config written = Configured.settings(context, "--option", settings);
    Map<String, Object> values = new LinkedHashMap<>(written.values());
    values.put(place(context, spec.getKey()), spec.getValue());
    ModelBackend backend = lease.get(Kind.MODEL, spec.getKey(), ModelBackend.class).instance();
    Model opened = backend.open(new Configured(context).check(Kind.MODEL, spec.getKey(), written.with(values)));
    if (control && !(opened instanceof TokenModel)) {
      opened.close();
      throw LeibnizException.usage("--control: the backend " + spec.getKey()
          + " shows no tokens; expected one that runs a checkpoint, such as djl");
    }
    return opened;
  }

  /** Backend and path, of an installed model where only an id is given. */
  private Map.Entry<String, String> spec(Context context) {
    int colon = model.indexOf(':');
    if (colon > 0) {
      return Map.entry(model.substring(0, colon), model.substring(colon + 1));
    }
    InstalledModels installed = new InstalledModels(context);
    Path path = installed.all(Optional.empty()).get(model);
    if (path == null) {
      throw LeibnizException.usage(
          "--model " + model
              + ": no installed model has this id (leibniz models); expected one, or BACKEND:PATH as in djl:models/mathcoder-7b");
    }
    return Map.entry(installed.backend(), path.toString());
  }

  /** The setting that says where a backend's model is. */
  private static String place(Context context, String backend) {
    boolean server =
        context.services().plugins().get().descriptor(Kind.MODEL, backend).schema()
            .get("required") instanceof List<?> needed
            && needed.contains("url");
    return server ? "url" : "path";
  }

  List<String> texts(Context context) {
    List<String> texts = new ArrayList<>(prompts);
    promptFile.ifPresent(file -> texts.addAll(read(context, Path.of(file))));
    if (texts.isEmpty()) {
      throw LeibnizException.usage("expected --prompt TEXT or --prompt-file FILE");
    }
    return texts;
  }

  Prompt prompt(Model model, String text) {
    return control && model instanceof TokenModel tokens ? tokens.withControls(text) : Prompt.of(text);
  }

  private static List<String> read(Context context, Path file) {
    try {
      List<String> texts = new ArrayList<>();
      int number = 0;
      for (String line : Files.readAllLines(context.path(file.toString()))) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        JsonNode node = Json.parse(line);
        // What is no JSON comes back as it is.
        if (!node.isTextual() || node.asText().equals(line)) {
          throw LeibnizException.badInput(file, number, "", "expected a JSON string");
        }
        texts.add(node.asText());
      }
      return texts;
    } catch (NoSuchFileException e) {
      throw LeibnizException.badInput(file, 0, "", "no such file");
    } catch (CharacterCodingException e) {
      throw LeibnizException.badInput(file, 0, "", "is not valid UTF-8");
    } catch (IOException e) {
      throw LeibnizException.badInput(file, 0, "", "cannot be read: " + e.getMessage());
    }
  }
}
