/**
 * What dataset sources share: reading files of rows (JSON Lines, JSON arrays, single JSON objects, CSV, each also gzipped)
 * with errors that name file, line and field, and turning rows into problems with stable ids.
 *
 * <p>Start with {@link org.leibniz.dataset.rows.RowSource}: a set whose forms are all files of JSON rows is a list of {@link
 * org.leibniz.dataset.rows.Form}s. Sources that read anything else use {@link org.leibniz.dataset.rows.Rows}, {@link
 * org.leibniz.dataset.rows.Csv} or {@link org.leibniz.dataset.rows.TextFile} and hand {@link
 * org.leibniz.dataset.rows.Draft}s to a {@link org.leibniz.dataset.rows.ProblemList}. Everything read is bounded by {@link
 * org.leibniz.dataset.rows.Limits}.
 */
@Export
@Version("1.0.0")
package org.leibniz.dataset.rows;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
