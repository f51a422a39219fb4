/**
 * Charts of accuracy, drawn without a display and written as SVG, PNG or PDF. Knows nothing of runs and stores: it takes
 * names, shares and intervals as plain records. Start with {@link org.leibniz.chart.Charts}.
 */
@Export
@Version("1.0.0")
package org.leibniz.chart;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
