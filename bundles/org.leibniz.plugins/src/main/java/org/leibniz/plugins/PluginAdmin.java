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

  /**
   * Removes a plugin's bundle; runs that lease it keep it until they end. Refuses built-in ones.
   *
   * @param id of the plugin, as {@code kind/id} where plugins of several kinds have it; so also below
   * @return the plugin as it was
   */
  InstalledPlugin remove(String id);

  /** Makes a disabled plugin usable again. */
  InstalledPlugin enable(String id);

  /** Keeps a plugin from being used by runs that start from now on. */
  InstalledPlugin disable(String id);

  /**
   * Plugins whose bundle or component lacks something or failed, each with what could meet it; empty where all is well. A
   * newer revision that does not work, so that an older one is still used, is told here too.
   */
  List<InstalledPlugin> notActive();

  /**
   * What is wrong and belongs to no plugin, one line each: bundles of the platform that are not active, components of theirs
   * that lack something, jars in the drop folder that were refused.
   */
  default List<String> otherProblems() {
    return List.of();
  }
}
