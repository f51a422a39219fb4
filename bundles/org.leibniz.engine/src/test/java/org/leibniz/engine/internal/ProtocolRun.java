package org.leibniz.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Notebook;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.GenerationRequest;
import org.leibniz.api.model.Model;
import org.leibniz.api.model.ModelBackend;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.plugin.Kind;
import org.leibniz.engine.Cancellation;
import org.leibniz.engine.RunListener;
import org.leibniz.engine.RunResult;
import org.leibniz.store.CallRecord;
import org.leibniz.store.RunStore;
import org.leibniz.store.SampleQuery;
import org.leibniz.store.StoredSample;
import org.leibniz.store.internal.H2RunStores;
import org.leibniz.workspace.RunFile;
import org.leibniz.workspace.RunSpec;

/**
 * A run of a run file against a scripted model and a scripted executor, with everything else as it ships: presets, engine,
 * strategies, graders, dataset sources, store. Closing it closes the store.
 */
final class ProtocolRun implements AutoCloseable {
  private final RunStore store;
  private final RunResult result;

  private ProtocolRun(RunStore store, RunResult result) {
    this.store = store;
    this.result = result;
  }

  /** What a model says: a function of the request and of how many calls its branch had before. */
  record Script(Map<String, String> traits, BiFunction<GenerationRequest, Integer, Generation> reply) {
    static Script of(BiFunction<GenerationRequest, Integer, Generation> reply) {
      return new Script(Map.of(), reply);
    }
  }

  /**
   * Runs {@code folder/run.yaml}, whose model is {@code scripted} and whose executor {@code scripted}.
   *
   * @param programs answers a program, or a block of a notebook
   */
  static ProtocolRun of(Path folder, String runFile, Script script, Function<String, Execution> programs) {
    try {
      Path file = Files.writeString(folder.resolve("run.yaml"), runFile);
      ListedPlugins plugins =
          ShippedPlugins.all()
              .with(Kind.MODEL, "scripted", () -> (ModelBackend) config -> new ScriptedModel(script))
              .with(Kind.EXECUTOR, "scripted", () -> new ScriptedExecutor(programs));
      InstalledRunEngine engine = new InstalledRunEngine(plugins);
      List<RunSpec> specs =
          RunFile.read(file).expand(Map.of(), Map.of(), engine.gridRules());
      assertThat(specs).hasSize(1);
      RunStore store = new H2RunStores().open(Files.createTempDirectory(folder, "store"));
      RunResult result =
          engine.run(engine.plan(specs.getFirst()), store, true, RunListener.SILENT, new Cancellation());
      return new ProtocolRun(store, result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The samples in the order of the problems. */
  List<StoredSample> samples() {
    try (var all = store.samples(SampleQuery.all(result.run().key()))) {
      return all.toList();
    }
  }

  /** What was stored of every call of a problem's sample. */
  List<CallRecord> calls(StoredSample sample) {
    return store.calls(result.run().key(), sample.problem().id(), sample.sample());
  }

  @Override
  public void close() {
    store.close();
  }

  private static final class ScriptedModel implements Model {
    private final Script script;
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

    ScriptedModel(Script script) {
      this.script = script;
    }

    @Override
    public ModelInfo info() {
      return new ModelInfo("scripted", "model-digest", script.traits());
    }

    @Override
    public Generation generate(GenerationRequest request) {
      String branch = request.id().problem() + "/" + request.id().sample() + "/" + request.id().branch();
      return script.reply().apply(request, asked.computeIfAbsent(branch, b -> new AtomicInteger()).getAndIncrement());
    }
  }

  private record ScriptedExecutor(Function<String, Execution> programs) implements ProgramExecutor {
    @Override
    public Notebook open(long seed) {
      return new Notebook() {
        @Override
        public Execution run(String code) {
          return programs.apply(code);
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public String version() {
      return "scripted";
    }
  }
}
