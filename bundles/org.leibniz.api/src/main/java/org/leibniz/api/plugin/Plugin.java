package org.leibniz.api.plugin;

import org.leibniz.api.Config;

/**
 * What strategies, executors, graders and metrics have in common. The host makes one instance per run, calls {@link
 * #configure} once before anything else, and {@link #close} once when the run has ended. Both are called from one thread;
 * all other methods may be called from many threads at a time.
 *
 * <p>A plugin is an OSGi component with {@code scope = PROTOTYPE} and the service property {@value #ID}, and its bundle
 * carries a descriptor {@code LEIBNIZ-INF/<kind>-<id>.json} (see {@link Descriptor}).
 */
public interface Plugin extends AutoCloseable {
  /** Service property that names the plugin's id. */
  String ID = "leibniz.id";

  /** Takes the configuration, validated against the descriptor's schema. Throws {@code LeibnizException} to refuse it. */
  default void configure(Config config) {}

  @Override
  default void close() {}
}
