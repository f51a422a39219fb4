/** Browsing stored runs: {@code runs}, {@code show}, {@code samples}, {@code export}, {@code sql}. */
package org.leibniz.cli.internal.runs;
