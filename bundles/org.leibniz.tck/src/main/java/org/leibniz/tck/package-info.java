/**
 * Contract test kits: one abstract test class for each extension point, which every implementation, ours and third parties',
 * extends.
 */
@Export
@Version("1.0.0")
package org.leibniz.tck;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
