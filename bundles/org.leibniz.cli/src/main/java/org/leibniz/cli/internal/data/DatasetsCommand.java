package org.leibniz.cli.internal.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.plugin.Kind;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.ReadOptions;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.plugin.PluginList;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.cli.internal.text.Table;
import org.leibniz.workspace.PluginSpec;
import org.leibniz.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists datasets with their counts. */
@Command(
    name = "datasets",
    description = {
      "Lists the datasets of a workspace with their counts: those its run files name and those in datasets/ID/.",
      "",
      "ID:PATH reads a file or folder that belongs to no workspace. Without a workspace, or with --ids, the dataset sources"
          + " are listed. Every row is read and checked. With --json one object a dataset: {id, split, n, subjects, levels, path}."
    },
    footer = {
      "leibniz datasets",
      "leibniz datasets math:MATH/test svamp:SVAMP.json --json",
      "leibniz datasets --ids jsonl",
      "leibniz datasets add gsm8k https://example.org/gsm8k/test.jsonl --sha256 3730d3…"
    })
public final class DatasetsCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "ID:PATH", description = "Datasets to read; with --ids the ids of sources.")
  List<String> written = List.of();

  @Option(names = "--ids", description = "List the dataset sources; with ids, everything that can be set on them.")
  boolean ids;

  @Mixin ReadOptions options;

  private final Context context;

  public DatasetsCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (ids) {
      new PluginList(context).print(Kind.DATASET, written, options.json());
      return ExitStatus.DONE;
    }
    if (!written.isEmpty()) {
      return print(written.stream().map(this::spec).toList());
    }
    Optional<Workspace> workspace = context.workspaces().find(options.workspace());
    if (workspace.isEmpty()) {
      context.console().say("no workspace here; these are the dataset sources");
      new PluginList(context).print(Kind.DATASET, List.of(), options.json());
      return ExitStatus.DONE;
    }
    List<PluginSpec> specs = new WorkspaceDatasets(context, workspace.get()).all();
    if (specs.isEmpty()) {
      context.console().say("no datasets in " + workspace.get().folder() + " yet; add one with: leibniz datasets add ID PATH");
    }
    return print(specs);
  }

  private PluginSpec spec(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      throw LeibnizException.usage("'" + text + "': expected ID:PATH, as in gsm8k:test.jsonl");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("path", context.path(text.substring(colon + 1)).toString());
    return new PluginSpec(text.substring(0, colon), new Config(values, new Config.Origin("", field -> "")));
  }

  /** One that cannot be read is said on standard error, and the others are listed. */
  private int print(List<PluginSpec> specs) {
    List<String> refused = new ArrayList<>();
    Table table = Table.of("id", "split", ">n", "subjects", "levels", "path");
    boolean any = false;
    for (PluginSpec spec : specs) {
      try {
        OpenedDataset opened = OpenedDataset.open(context, spec.id(), spec.config());
        if (options.json()) {
          Json.print(context.console(), opened.json());
          continue;
        }
        any = true;
        table.row(
            opened.dataset().id(),
            opened.dataset().split(),
            Figures.count(opened.dataset().problems().size()),
            OpenedDataset.words(opened.subjects()),
            OpenedDataset.words(opened.levels()),
            opened.dataset().path());
      } catch (LeibnizException e) {
        refused.add(Printable.oneLine(e.getMessage()));
        if (specs.size() == 1) {
          throw e;
        }
      }
    }
    if (any) {
      table.print(context.console());
    }
    refused.forEach(line -> context.console().say("leibniz: " + line));
    return refused.isEmpty() ? ExitStatus.DONE : ExitStatus.BAD_INPUT;
  }
}
