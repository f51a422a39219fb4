/** Scaffolds: {@code new workspace|run|strategy|dataset}. */
package org.leibniz.cli.internal.create;
