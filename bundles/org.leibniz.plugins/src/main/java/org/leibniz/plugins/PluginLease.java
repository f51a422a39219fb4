package org.leibniz.plugins;

import org.leibniz.api.plugin.Kind;
import org.osgi.annotation.versioning.ProviderType;

/** A holder of plugin instances, usually one run. Thread-safe. Closing it closes the instances and frees their revisions. */
@ProviderType
public interface PluginLease extends AutoCloseable {
  /**
   * A new instance of the current revision of a plugin, not yet configured. The second instance of a plugin within a lease
   * comes from the same revision as the first.
   */
  <T> LeasedPlugin<T> get(Kind kind, String id, Class<T> type);

  @Override
  void close();
}
