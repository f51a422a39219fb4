/** Distribution functions and generators behind {@code org.leibniz.stats}; not exported. */
package org.leibniz.stats.internal;
