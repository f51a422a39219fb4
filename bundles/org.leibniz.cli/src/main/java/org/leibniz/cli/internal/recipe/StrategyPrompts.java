package org.leibniz.cli.internal.recipe;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.plugin.Kind;
import org.leibniz.api.strategy.DecodingStrategy;
import org.leibniz.cli.internal.plugin.Configured;
import org.leibniz.plugins.PluginLease;
import org.leibniz.templates.Prompts;

/**
 * The prompts that strategies would send, asked of the strategies themselves. For one thread; the lease closes them.
 */
final class StrategyPrompts implements Prompts {
  /** A model of which nothing is known, so that strategies do what they do by default. */
  private static final ModelInfo ANY = new ModelInfo("any", "", Map.of());

  private final Configured configured;
  private final PluginLease lease;
  private final Map<Config, DecodingStrategy> strategies = new HashMap<>();

  StrategyPrompts(Configured configured, PluginLease lease) {
    this.configured = configured;
    this.lease = lease;
  }

  @Override
  public String prompt(Config strategy, Problem problem) {
    return strategies
        .computeIfAbsent(strategy, this::open)
        .preview(problem, ANY, List.of())
        .orElseThrow(() -> strategy.wrong("id", "this strategy cannot show its first prompt without a model"))
        .prompt()
        .rendered();
  }

  private DecodingStrategy open(Config strategy) {
    Map<String, Object> settings = new LinkedHashMap<>(strategy.values());
    settings.remove("id");
    String id = strategy.require("id");
    return configured.get(lease, Kind.STRATEGY, id, DecodingStrategy.class, strategy.with(settings));
  }
}
