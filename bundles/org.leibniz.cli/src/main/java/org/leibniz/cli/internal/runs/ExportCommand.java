package org.leibniz.cli.internal.runs;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.leibniz.api.LeibnizException;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes runs for other programs. */
@Command(
    name = "export",
    description = {
      "Writes runs for other programs.",
      "",
      "csv: a row per sample; jsonl: the objects of samples --json, each with its run; latex: a booktabs table, accuracy per"
          + " subject with a column per run."
    },
    footer = {
      "leibniz export @last --format csv --out samples.csv",
      "leibniz export 3f2a 77ab --format latex --out table.tex",
      "leibniz export @last --format jsonl | gzip > samples.jsonl.gz"
    })
public final class ExportCommand implements Callable<Integer> {
  /** Forms runs can be written in. */
  public enum Format {
    CSV,
    JSONL,
    LATEX;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(arity = "1..*", paramLabel = "RUN", description = "Id, unique prefix, name or @last.")
  List<String> runs = List.of();

  @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}.")
  Format format;

  @Option(names = "--out", paramLabel = "FILE", description = "Where to; standard output by default.")
  Optional<String> out = Optional.empty();

  @Option(names = "--workspace", paramLabel = "DIR", description = "The workspace.")
  Optional<String> workspace = Optional.empty();

  private final Context context;

  public ExportCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (RunStore store = context.workspaces().store(workspace)) {
      List<RunRow> found = runs.stream().map(store::find).toList();
      if (out.isEmpty()) {
        write(store, found, context.console().out());
        return ExitStatus.DONE;
      }
      Path file = context.path(out.get());
      toFile(store, found, file);
      context.console().say("wrote " + file);
    }
    return ExitStatus.DONE;
  }

  /** Writes beside the file and moves it into place, so that a failure leaves an earlier file as it was. */
  private void toFile(RunStore store, List<RunRow> found, Path file) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (PrintStream to = new PrintStream(Files.newOutputStream(part), false, StandardCharsets.UTF_8)) {
        write(store, found, to);
        if (to.checkError()) {
          throw new IOException("the disk may be full");
        }
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw LeibnizException.badInput(file, 0, "", "cannot be written: " + e.getMessage());
    }
  }

  private void write(RunStore store, List<RunRow> found, PrintStream to) {
    switch (format) {
      case CSV -> new CsvExport(store, to).write(found);
      case JSONL -> new JsonLinesExport(store, to).write(found);
      case LATEX -> new LatexExport(store, to).write(found);
    }
  }
}
