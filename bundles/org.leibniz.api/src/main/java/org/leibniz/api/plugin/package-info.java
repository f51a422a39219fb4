/**
 * What the host knows about a plugin without instantiating it: {@link org.leibniz.api.plugin.Descriptor}.
 */
@Export
@Version("1.0.0")
package org.leibniz.api.plugin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
