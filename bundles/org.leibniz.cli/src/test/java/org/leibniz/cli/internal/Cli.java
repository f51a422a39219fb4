package org.leibniz.cli.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.leibniz.api.metric.Measure;
import org.leibniz.api.metric.Slice;
import org.leibniz.engine.RunMeasures;
import org.leibniz.store.RunStore;
import org.leibniz.store.RunStores;

/** Runs commands in a temporary workspace against what is given, and keeps what they print. */
final class Cli {
  /** What a command did. */
  record Done(int status, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  final Path folder;
  final MemoryStore store = new MemoryStore();
  final FakePlugins plugins = new FakePlugins();
  final FakeEngine engine = new FakeEngine();
  boolean storeExists = true;
  Path at;

  Cli(Path temporary) {
    folder = temporary.resolve("work");
    at = folder;
    write("workspace.yaml", "name: work\n");
  }

  Path write(String file, String text) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      return Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Done run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), false, 100, false);
    Context context = new Context(console, services(), Map.of("DATA", "/data"), at, folder.resolveSibling("home"), "0.1.0.SNAPSHOT");
    int status = new Commands(context).execute(arguments);
    console.out().flush();
    return new Done(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Services services() {
    RunStores stores =
        new RunStores() {
          @Override
          public RunStore open(Path state) {
            return store;
          }

          @Override
          public Optional<RunStore> openExisting(Path state) {
            return storeExists ? Optional.of(store) : Optional.empty();
          }
        };
    RunMeasures measures =
        (from, run, grading, metrics) ->
            Map.of(
                Slice.ALL,
                Map.of(
                    "answered", new Measure(1, OptionalDouble.empty(), OptionalDouble.empty(), 3, "share"),
                    "surprise", Measure.of(2.5, 3, "count")));
    return new Services(
        () -> plugins,
        () -> {
          throw new UnsupportedOperationException();
        },
        () -> stores,
        () -> engine,
        () -> measures,
        () -> {
          throw new IllegalStateException("no regrader");
        });
  }
}
