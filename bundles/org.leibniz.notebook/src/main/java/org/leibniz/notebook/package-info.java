/**
 * What the executors of Python programs share: the notebook itself, written in Python ({@code python/} beside this package:
 * {@code notebook.py} is where to start), what workers reply ({@link org.leibniz.notebook.Reply}) and what that means as a
 * result ({@link org.leibniz.notebook.Executions}), and the limits of a block.
 */
@Export
@Version("1.0.0")
package org.leibniz.notebook;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
