/**
 * The statistics that every number in Leibniz carries: intervals, standard errors, paired comparisons, pass@k, maj@k, the
 * bootstrap and corrections for many comparisons. Pure functions over arrays and maps: no state, no plugins, no store,
 * safe for any number of threads, and with the same result for the same arguments (whatever is random takes a seed).
 *
 * <p>Start with {@link org.leibniz.stats.Proportion} for one run and {@link org.leibniz.stats.PairedComparison} for two.
 * Arguments outside a function's domain are an {@link IllegalArgumentException}; undefined results are empty or NaN, never
 * a convenient number.
 */
@Export
@Version("1.0.0")
package org.leibniz.stats;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
