/** Plugins: what is installed, and installing more. */
package org.leibniz.cli.internal.plugin;
