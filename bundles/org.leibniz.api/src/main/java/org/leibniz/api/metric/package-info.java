/**
 * What is measured over graded samples: {@link org.leibniz.api.metric.Metric}.
 */
@Export
@Version("1.0.0")
package org.leibniz.api.metric;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
