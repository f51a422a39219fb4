/**
 * The program of a worker JVM: runs the blocks that it reads from its standard input in a Python context and writes the
 * results to its standard output. {@link org.leibniz.python.Worker} is where it starts. The host's side of the same
 * protocol is the bundle {@code org.leibniz.executor.graalpy}.
 */
package org.leibniz.python;
