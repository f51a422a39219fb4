/**
 * The plugin host: which plugins are installed, in which revisions, and instances of them on lease. Start with {@link
 * org.leibniz.plugins.Plugins}; {@link org.leibniz.plugins.PluginAdmin} installs and removes them.
 */
@Export
@Version("1.0.0")
package org.leibniz.plugins;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
