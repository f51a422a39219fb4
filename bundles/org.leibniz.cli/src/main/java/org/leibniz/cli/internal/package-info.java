/**
 * The command line. {@link org.leibniz.cli.internal.CommandLineService} is what the launcher calls; {@link
 * org.leibniz.cli.internal.Commands} lists the commands, one class each in the packages below.
 */
package org.leibniz.cli.internal;
