/**
 * Benchmarks: a {@link org.leibniz.api.dataset.DatasetSource} parses a publisher's original files into problems.
 */
@Export
@Version("1.0.0")
package org.leibniz.api.dataset;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
