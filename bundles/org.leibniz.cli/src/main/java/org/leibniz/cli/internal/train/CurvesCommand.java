package org.leibniz.cli.internal.train;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.leibniz.api.LeibnizException;
import org.leibniz.chart.ChartFormat;
import org.leibniz.chart.ChartKind;
import org.leibniz.chart.ChartSpec;
import org.leibniz.chart.Charts;
import org.leibniz.chart.Curve;
import org.leibniz.chart.Theme;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.text.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows and draws the curves of trainings. */
@Command(
    name = "curves",
    description = {
      "Lists trainings with their losses, and draws their curves with --out.",
      "",
      "The loss is the mean of the last fifty steps. With --json one object a training: {name, steps, loss, tokens, seconds}."
    },
    footer = {"leibniz curves", "leibniz curves tiny tiny-seed-2 --out curves.svg"})
public final class CurvesCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "TRAINING", description = "Names of trainings, or their curve.jsonl; all of the workspace where absent.")
  List<String> trainings = List.of();

  @Option(names = "--out", paramLabel = "FILE", description = "Draws into a file that ends in .svg, .png or .pdf.")
  Optional<String> out = Optional.empty();

  @Option(names = "--theme", paramLabel = "THEME", defaultValue = "light", description = "light or dark.")
  String theme;

  @Option(names = "--workspace", paramLabel = "DIR", description = "The workspace.")
  Optional<String> workspace = Optional.empty();

  @Option(names = "--json", description = "Write JSON Lines on standard output and nothing else there.")
  boolean json;

  private final Context context;

  public CurvesCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Theme colours = Theme.of(theme);
    out.ifPresent(file -> ChartFormat.of(context.path(file)));
    List<StoredCurve> curves = read();
    if (curves.isEmpty()) {
      throw LeibnizException.usage("no trainings here yet; start one with: leibniz train FILE");
    }
    print(curves);
    if (out.isPresent()) {
      String title = curves.size() == 1 ? "Loss of " + curves.getFirst().name() : "Loss";
      ChartSpec spec = ChartSpec.of(ChartKind.SUBJECTS, title).withTheme(colours);
      List<Curve> drawn = curves.stream().map(StoredCurve::curve).toList();
      Charts.curves(spec, "step", "cross-entropy per target token, nats", drawn).write(context.path(out.get()));
      context.console().say("wrote " + out.get());
    }
    return ExitStatus.DONE;
  }

  private List<StoredCurve> read() {
    List<StoredCurve> curves = new ArrayList<>();
    for (String training : trainings.isEmpty() ? names() : trainings) {
      Path file = training.endsWith(".jsonl") ? context.path(training) : folder().resolve(training).resolve("curve.jsonl");
      curves.add(StoredCurve.read(training, file));
    }
    return curves;
  }

  private List<String> names() {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder())) {
      return folders
          .filter(one -> Files.exists(one.resolve("curve.jsonl")))
          .map(one -> one.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw LeibnizException.badInput(folder(), 0, "", "cannot be read: " + e.getMessage());
    }
  }

  private Path folder() {
    return context.workspaces().forReading(workspace).state().resolve("training");
  }

  private void print(List<StoredCurve> curves) {
    if (json) {
      for (StoredCurve curve : curves) {
        ObjectNode node = Json.object().put("name", curve.name()).put("steps", curve.losses().size());
        node.set("loss", Json.number(curve.loss()));
        Json.print(context.console(), node.put("tokens", curve.tokens()).put("seconds", curve.millis() / 1000.0));
      }
      return;
    }
    for (StoredCurve curve : curves) {
      context.console().line(
          curve.name() + ": " + Figures.count(curve.losses().size()) + " steps, loss " + Figures.decimal(curve.loss(), 4) + ", "
              + Figures.count(curve.tokens()) + " tokens in " + Figures.time(curve.millis() / 1000.0));
    }
  }
}
