package org.leibniz.plugins.internal;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.metric.Metric;
import org.leibniz.api.model.ModelBackend;
import org.leibniz.api.plugin.Kind;
import org.leibniz.api.strategy.DecodingStrategy;
import org.leibniz.api.trainer.Trainer;

/** What a plugin is called: an id within a kind, written {@code strategy/pot}. */
record PluginKey(Kind kind, String id) implements Comparable<PluginKey> {
  /** Folder of the descriptors in a bundle. */
  static final String FOLDER = "LEIBNIZ-INF/";

  private static final Pattern DESCRIPTOR = Pattern.compile(FOLDER + "([a-z]{1,20})-([a-z0-9][a-z0-9-]{0,63})\\.json");
  private static final Comparator<PluginKey> ORDER = Comparator.comparing(PluginKey::kind).thenComparing(PluginKey::id);

  /** The plugin that the descriptor at {@code path} describes, empty where the path is not that of a descriptor. */
  static Optional<PluginKey> ofDescriptor(String path) {
    Matcher matcher = DESCRIPTOR.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return kindNamed(matcher.group(1)).map(kind -> new PluginKey(kind, matcher.group(2)));
  }

  static Optional<Kind> kindNamed(String name) {
    for (Kind kind : Kind.values()) {
      if (kind.id().equals(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Path of the descriptor in its bundle. */
  String descriptor() {
    return FOLDER + kind.id() + "-" + id + ".json";
  }

  /** The service interface of the kind. */
  Class<?> service() {
    return switch (kind) {
      case DATASET -> DatasetSource.class;
      case MODEL -> ModelBackend.class;
      case STRATEGY -> DecodingStrategy.class;
      case EXECUTOR -> ProgramExecutor.class;
      case GRADER -> Grader.class;
      case METRIC -> Metric.class;
      case TRAINER -> Trainer.class;
    };
  }

  /** {@code strategy 'pot'}. */
  String words() {
    return kind.id() + " '" + id + "'";
  }

  @Override
  public String toString() {
    return kind.id() + "/" + id;
  }

  @Override
  public int compareTo(PluginKey other) {
    return ORDER.compare(this, other);
  }
}
