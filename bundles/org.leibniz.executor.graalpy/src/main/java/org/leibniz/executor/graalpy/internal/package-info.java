/**
 * The host's side of the Python executor. {@link org.leibniz.executor.graalpy.internal.GraalPyExecutor} is the plugin;
 * {@link org.leibniz.executor.graalpy.internal.WorkerPools} keeps the processes that several runs share; {@link
 * org.leibniz.executor.graalpy.internal.WorkerProcess} speaks to one of them.
 */
package org.leibniz.executor.graalpy.internal;
