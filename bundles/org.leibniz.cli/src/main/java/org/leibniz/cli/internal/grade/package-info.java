/** Grading again and judging: {@code grade}, {@code grade-diff}, {@code judge}. */
package org.leibniz.cli.internal.grade;
