/**
 * The executor {@code cpython}: {@link org.leibniz.executor.cpython.internal.CPythonExecutor} is the plugin; {@link
 * org.leibniz.executor.cpython.internal.ForkServer} is a process with the libraries loaded that forks one process for each
 * session; {@link org.leibniz.executor.cpython.internal.Sandbox} is what stands around it. The server's own program is {@code
 * forkserver.py} beside this package.
 */
package org.leibniz.executor.cpython.internal;
