/**
 * Starts the platform: an OSGi framework with the distribution's bundles, and in it the command line. Start reading with
 * {@link org.leibniz.launcher.Main}; tests boot the same platform through {@link org.leibniz.launcher.Platform}.
 */
package org.leibniz.launcher;
