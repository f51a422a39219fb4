package org.leibniz.engine.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.grader.GradingContext;
import org.leibniz.api.model.Model;
import org.leibniz.api.model.ModelBackend;
import org.leibniz.api.plugin.Kind;
import org.leibniz.api.strategy.DecodingStrategy;
import org.leibniz.api.strategy.Shot;
import org.leibniz.executor.kit.ScoreCard;
import org.leibniz.executor.kit.ScoreCards;
import org.leibniz.plugins.LeasedPlugin;
import org.leibniz.plugins.PluginLease;
import org.leibniz.plugins.Plugins;
import org.leibniz.store.GradingSpec;
import org.leibniz.workspace.PluginSpec;
import org.leibniz.workspace.RunSpec;

/** Everything a run has on lease: configured instances, opened models. Closing it closes them all. */
final class RunPlugins implements AutoCloseable {
  private final PluginLease lease;
  private final Function<String, SelfTestGate> gates;
  private final Map<String, OpenedModel> models = new LinkedHashMap<>();
  private final List<ConfiguredGrader> graders = new ArrayList<>();
  private final Map<String, String> digests = new TreeMap<>();
  private DecodingStrategy strategy;
  private String strategyDigest;
  private ProgramExecutor executor;
  private List<Shot> shots = List.of();

  private RunPlugins(PluginLease lease, Function<String, SelfTestGate> gates) {
    this.lease = lease;
    this.gates = gates;
  }

  /** Leases, configures and opens all that {@code spec} names; on failure nothing stays open. */
  static RunPlugins open(Plugins plugins, RunSpec spec, Shots shots) {
    RunPlugins opened = new RunPlugins(plugins.lease(), grader -> SelfTestGate.of(plugins, grader));
    try {
      // The executor first: its workers start while models load.
      spec.executor().ifPresent(opened::openExecutor);
      opened.openStrategy(spec.strategy());
      spec.graders().forEach(opened::openGrader);
      opened.shots = shots.read(spec.strategy().config());
      spec.models().forEach(opened::openModel);
      return opened;
    } catch (RuntimeException | Error e) {
      opened.close();
      throw e;
    }
  }

  private void openExecutor(PluginSpec spec) {
    LeasedPlugin<ProgramExecutor> leased = leased(Kind.EXECUTOR, spec, ProgramExecutor.class);
    configured("executor " + spec.id(), () -> leased.instance().configure(spec.config()));
    executor = leased.instance();
    String version = executor.version();
    digests.put("executor:" + spec.id() + ":version", version);
    digests.put(
        "executor:" + spec.id() + ":scorecard",
        ScoreCards.ofProcess().valid(spec.id(), version, leased.digest()).map(ScoreCard::line).orElse("not measured"));
  }

  private void openStrategy(PluginSpec spec) {
    LeasedPlugin<DecodingStrategy> leased = leased(Kind.STRATEGY, spec, DecodingStrategy.class);
    configured("strategy " + spec.id(), () -> leased.instance().configure(spec.config()));
    strategy = leased.instance();
    strategyDigest = leased.digest();
  }

  private void openGrader(PluginSpec spec) {
    LeasedPlugin<Grader> leased = leased(Kind.GRADER, spec, Grader.class);
    configured("grader " + spec.id(), () -> leased.instance().configure(spec.config()));
    graders.add(
        new ConfiguredGrader(
            leased.instance(),
            new GradingSpec(spec.id(), leased.digest(), CanonicalJson.write(spec.config().values())),
            gates.apply(spec.id())));
  }

  private void openModel(String role, PluginSpec spec) {
    LeasedPlugin<ModelBackend> leased = leased(Kind.MODEL, spec, ModelBackend.class);
    Model model =
        PluginBoundary.call(
            "model backend " + spec.id(), ErrorCode.PLUGIN_FAILED, () -> leased.instance().open(spec.config()));
    OpenedModel opened = new OpenedModel(role, model, model.info());
    models.put(role, opened);
    digests.put("weights:" + role, opened.info().digest());
  }

  private <T> LeasedPlugin<T> leased(Kind kind, PluginSpec spec, Class<T> type) {
    LeasedPlugin<T> leased = lease.get(kind, spec.id(), type);
    digests.put(kind.id() + ":" + spec.id(), leased.digest());
    return leased;
  }

  private static void configured(String plugin, Runnable configure) {
    PluginBoundary.call(
        plugin,
        ErrorCode.PLUGIN_FAILED,
        () -> {
          configure.run();
          return plugin;
        });
  }

  Map<String, OpenedModel> models() {
    return models;
  }

  OpenedModel policy() {
    return models.get("policy");
  }

  List<ConfiguredGrader> graders() {
    return graders;
  }

  DecodingStrategy strategy() {
    return strategy;
  }

  String strategyDigest() {
    return strategyDigest;
  }

  Optional<ProgramExecutor> executor() {
    return Optional.ofNullable(executor);
  }

  List<Shot> shots() {
    return shots;
  }

  /** Digests of what the run works with, by kind and id. */
  Map<String, String> digests() {
    return digests;
  }

  GradingContext gradingContext() {
    return program ->
        executor()
            .orElseThrow(() -> new LeibnizException(ErrorCode.EXECUTOR_FAILED, "the run has no executor for its graders"))
            .run(program, 0);
  }

  @Override
  public void close() {
    for (OpenedModel model : models.values()) {
      try {
        model.model().close();
      } catch (RuntimeException e) {
        System.getLogger(RunPlugins.class.getName())
            .log(System.Logger.Level.WARNING, "model " + model.info().name() + " did not close", e);
      }
    }
    lease.close();
  }
}
