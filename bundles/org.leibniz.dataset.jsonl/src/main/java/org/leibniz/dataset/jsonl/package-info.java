/**
 * Any file of problems: {@link org.leibniz.dataset.jsonl.JsonlSource} reads JSON Lines, JSON arrays, CSV and TSV by a mapping of
 * fields.
 */
package org.leibniz.dataset.jsonl;
