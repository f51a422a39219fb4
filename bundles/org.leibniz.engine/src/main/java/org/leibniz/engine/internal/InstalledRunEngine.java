package org.leibniz.engine.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.plugin.Kind;
import org.leibniz.api.strategy.DecodingStrategy.FirstCall;
import org.leibniz.engine.Cancellation;
import org.leibniz.engine.Preview;
import org.leibniz.engine.RunEngine;
import org.leibniz.engine.RunListener;
import org.leibniz.engine.RunPlan;
import org.leibniz.engine.RunResult;
import org.leibniz.plugins.Plugins;
import org.leibniz.store.RunStore;
import org.leibniz.workspace.GridRules;
import org.leibniz.workspace.RunSpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The engine over the plugins that are installed. */
@Component(service = RunEngine.class)
public final class InstalledRunEngine implements RunEngine {
  /** Settings of the run itself that lie in the dataset's mapping and are lists by nature. */
  private static final List<String> DATASET_LISTS = List.of("subjects", "levels");

  private final Plugins plugins;
  private final DatasetReader datasets;

  @Activate
  public InstalledRunEngine(@Reference Plugins plugins) {
    this.plugins = plugins;
    this.datasets = new DatasetReader(plugins);
  }

  @Override
  public RunPlan plan(RunSpec spec) {
    return new Planner(plugins, datasets).plan(spec);
  }

  @Override
  public RunResult run(
      RunPlan plan, RunStore store, boolean fresh, RunListener listener, Cancellation cancellation) {
    return new RunExecution(plugins, datasets, store, listener, cancellation).run(plan, fresh);
  }

  @Override
  public Preview preview(RunSpec spec, Optional<String> problem) {
    RunPlan plan = plan(spec);
    Problem posed =
        problem.isEmpty()
            ? plan.problems().getFirst()
            : plan.problems().stream()
                .filter(one -> one.id().equals(problem.get()))
                .findFirst()
                .orElseThrow(
                    () ->
                        LeibnizException.usage(
                            "the run poses no problem '" + problem.get() + "'; its first is '"
                                + plan.problems().getFirst().id() + "'"));
    try (RunPlugins opened = RunPlugins.open(plugins, plan.spec(), new Shots(datasets))) {
      Optional<FirstCall> call = opened.strategy().preview(posed, opened.policy().info(), opened.shots());
      return new Preview(
          plan, posed, call, call.map(first -> opened.policy().model().countTokens(first.prompt())).orElse(OptionalInt.empty()));
    }
  }

  @Override
  public GridRules gridRules() {
    return (section, id, key) -> {
      if (section.equals("dataset") && DATASET_LISTS.contains(key)) {
        return true;
      }
      for (Kind kind : Kind.values()) {
        if (kind.id().equals(section) && plugins.ids(kind).contains(id)) {
          return SchemaDefaults.takesList(plugins.descriptor(kind, id), key);
        }
      }
      return false;
    };
  }
}
