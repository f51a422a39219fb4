package org.leibniz.plugins;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Installs and removes plugins; an OSGi service. Thread-safe. What it does outlives the process. */
@ProviderType
public interface PluginAdmin {
  /**
   * Copies a jar into the plugin store and makes it the current revision of its plugins. Refuses, with {@code BAD_INPUT} and
   * leaving everything as it was, a file that is no complete bundle with a plugin descriptor.
   */
  List<InstalledPlugin> install(Path jar);

  /** Removes a plugin's bundle; runs that lease it keep it until they end. Refuses built-in ones. */
  InstalledPlugin remove(String id);

  InstalledPlugin enable(String id);

  InstalledPlugin disable(String id);

  /** Requirements of bundles and components that are not met, each with what could meet it; empty where all is well. */
  List<InstalledPlugin> notActive();
}
