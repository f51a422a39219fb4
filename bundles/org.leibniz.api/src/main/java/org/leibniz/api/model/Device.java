package org.leibniz.api.model;

/**
 * Where a backend computes.
 *
 * @param name for instance {@code cpu}
 * @param why how that was decided, one line for people
 */
public record Device(String name, String why) {}
