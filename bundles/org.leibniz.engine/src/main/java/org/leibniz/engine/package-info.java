/**
 * Runs: a run file's specification becomes a plan, the plan a run in the store. Start with {@link
 * org.leibniz.engine.RunEngine}.
 */
@Export
@Version("1.0.0")
package org.leibniz.engine;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
