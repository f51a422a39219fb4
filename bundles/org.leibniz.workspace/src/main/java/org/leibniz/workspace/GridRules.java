package org.leibniz.workspace;

/** Tells which plugin settings are lists by nature, so that a list there is one value and not an axis of a grid. */
@FunctionalInterface
public interface GridRules {
  /**
   * @param section {@code dataset}, {@code model}, {@code strategy}, {@code executor}, {@code grader} or {@code metric}
   * @param id the plugin's id
   * @param key one of its settings
   */
  boolean takesList(String section, String id, String key);
}
