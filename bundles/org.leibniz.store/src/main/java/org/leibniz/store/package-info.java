/**
 * The run store: every run, every call of every sample, every grading, in an embedded H2 database. Start with {@link
 * org.leibniz.store.RunStores} and {@link org.leibniz.store.RunStore}.
 */
@Export
@Version("1.0.0")
package org.leibniz.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
