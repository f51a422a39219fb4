/**
 * Sandboxes for programs that models wrote: {@link org.leibniz.api.executor.ProgramExecutor} opens {@link
 * org.leibniz.api.executor.Notebook}s.
 */
@Export
@Version("1.0.0")
package org.leibniz.api.executor;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
