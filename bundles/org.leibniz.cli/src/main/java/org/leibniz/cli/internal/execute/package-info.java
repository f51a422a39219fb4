/** Running programs: {@code exec}, {@code executors}, {@code replay}. */
package org.leibniz.cli.internal.execute;
