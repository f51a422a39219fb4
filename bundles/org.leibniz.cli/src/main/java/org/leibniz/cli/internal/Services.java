package org.leibniz.cli.internal;

import java.util.function.Supplier;
import org.leibniz.engine.Regrader;
import org.leibniz.engine.RunEngine;
import org.leibniz.engine.RunMeasures;
import org.leibniz.plugins.PluginAdmin;
import org.leibniz.plugins.Plugins;
import org.leibniz.store.RunStores;

/** The services commands use, each looked up when it is first needed, so that {@code --help} needs none. */
public record Services(
    Supplier<Plugins> plugins,
    Supplier<PluginAdmin> pluginAdmin,
    Supplier<RunStores> stores,
    Supplier<RunEngine> engine,
    Supplier<RunMeasures> measures,
    Supplier<Regrader> regrader) {}
