package org.leibniz.plugins;

import org.leibniz.api.plugin.Descriptor;

/**
 * An instance and where it came from.
 *
 * @param digest SHA-256 of the bundle, in hexadecimal
 */
public record LeasedPlugin<T>(T instance, Descriptor descriptor, String digest) {}
