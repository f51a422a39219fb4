package org.leibniz.workspace;

import org.leibniz.api.Config;

/** A plugin as a run file names it: an id and its configuration (without the id). */
public record PluginSpec(String id, Config config) {}
