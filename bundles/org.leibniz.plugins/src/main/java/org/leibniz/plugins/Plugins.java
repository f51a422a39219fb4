package org.leibniz.plugins;

import java.util.List;
import org.leibniz.api.plugin.Descriptor;
import org.leibniz.api.plugin.Kind;
import org.osgi.annotation.versioning.ProviderType;

/** What is installed; an OSGi service. Thread-safe. */
@ProviderType
public interface Plugins {
  /** Every plugin that is there, active or not, by kind and id; one row for the current revision of each. */
  List<InstalledPlugin> list();

  /** Ids of the enabled plugins of a kind, sorted. */
  List<String> ids(Kind kind);

  /**
   * The descriptor of a plugin's current revision, read without loading a class.
   *
   * @throws org.leibniz.api.LeibnizException with code {@code BAD_USAGE}, naming near matches, or the reason why a plugin
   *     that is there is not active
   */
  Descriptor descriptor(Kind kind, String id);

  /** Starts a lease: the revisions it hands out stay until it is closed, whatever is installed or removed meanwhile. */
  PluginLease lease();
}
