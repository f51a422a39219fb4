package org.leibniz.cli.internal.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.model.ModelBackend;
import org.leibniz.api.model.ModelFiles;
import org.leibniz.api.plugin.Kind;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.ReadOptions;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.plugin.PluginList;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.cli.internal.text.Table;
import org.leibniz.plugins.PluginLease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists checkpoints that are there, or the backends that open models. */
@Command(
    name = "models",
    description = {
      "Lists the checkpoints in models/ of the workspace and of the user's home; their ids go into --model of generate and score.",
      "",
      "With ids of backends, or --ids, the backends are listed instead: what opens checkpoints, servers and recordings, and"
          + " everything that can be set. With --json one object a model: {id, backend, family, parameters, bytes, context, dtype,"
          + " licence, path}. Files are checked as they are when a model is opened; no weights are loaded."
    },
    footer = {
      "leibniz models",
      "leibniz models --ids",
      "leibniz models djl openai",
      "leibniz models add smollm2 https://example.org/SmolLM2-135M-Instruct.Q4_1.gguf --sha256 2a44…"
    })
public final class ModelsCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "ID", description = "Only these backends, with all their settings.")
  List<String> backends = List.of();

  @Option(names = "--ids", description = "List the backends.")
  boolean ids;

  @Mixin ReadOptions options;

  private final Context context;

  public ModelsCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (ids || !backends.isEmpty()) {
      new PluginList(context).print(Kind.MODEL, backends, options.json());
      return ExitStatus.DONE;
    }
    Map<String, Path> installed = new InstalledModels(context).all(options.workspace());
    if (installed.isEmpty()) {
      context.console().say("no checkpoints yet; add one with: leibniz models add ID PATH  (these are the backends)");
      new PluginList(context).print(Kind.MODEL, List.of(), options.json());
      return ExitStatus.DONE;
    }
    return print(installed);
  }

  /** One that cannot be used is said on standard error, and the others are listed. */
  private int print(Map<String, Path> installed) {
    List<String> refused = new ArrayList<>();
    Table table = Table.of("id", "family", ">parameters", ">size", ">context", "dtype", "licence", "path");
    boolean any = false;
    try (PluginLease lease = context.services().plugins().get().lease()) {
      String id = new InstalledModels(context).backend();
      ModelBackend backend = lease.get(Kind.MODEL, id, ModelBackend.class).instance();
      for (Map.Entry<String, Path> model : installed.entrySet()) {
        try {
          Optional<ModelFiles> files = backend.inspect(Config.of(Map.of("path", model.getValue().toString())));
          any |= files.isPresent() && !options.json();
          files.ifPresent(known -> show(table, id, model, known));
        } catch (LeibnizException e) {
          refused.add(Printable.oneLine(e.getMessage()));
        }
      }
    }
    if (any) {
      table.print(context.console());
    }
    refused.forEach(line -> context.console().say("leibniz: " + line));
    return refused.isEmpty() ? ExitStatus.DONE : ExitStatus.BAD_INPUT;
  }

  private void show(Table table, String backend, Map.Entry<String, Path> model, ModelFiles files) {
    String path = model.getValue().toString();
    if (options.json()) {
      ObjectNode node = Json.object().put("id", model.getKey()).put("backend", backend).put("family", files.family());
      node.put("parameters", files.parameters()).put("bytes", files.bytes()).put("context", files.context());
      Json.print(context.console(), node.put("dtype", files.dtype()).put("licence", files.licence()).put("path", path));
      return;
    }
    table.row(
        model.getKey(), files.family(), Figures.count(files.parameters()), Figures.bytes(files.bytes()),
            Figures.count(files.context()),
        files.dtype(), files.licence().isEmpty() ? "not stated" : files.licence(), path);
  }
}
