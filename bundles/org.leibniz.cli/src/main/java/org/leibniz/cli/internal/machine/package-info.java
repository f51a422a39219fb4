/** The machine and the shell: {@code doctor}, {@code completion}. */
package org.leibniz.cli.internal.machine;
