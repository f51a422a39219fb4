/** Comparing runs: {@code compare}, {@code chart}, and a workspace's saved charts. */
package org.leibniz.cli.internal.compare;
