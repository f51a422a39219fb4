/**
 * Workspaces and run files: what a researcher writes in YAML, read with line numbers. Start with {@link
 * org.leibniz.workspace.Workspace} and {@link org.leibniz.workspace.RunFile}.
 */
@Export
@Version("1.0.0")
package org.leibniz.workspace;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
