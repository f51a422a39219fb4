package org.leibniz.api.plugin;

import java.util.Map;
import java.util.Set;

/**
 * What a plugin says about itself, read from {@code LEIBNIZ-INF/<kind>-<id>.json} in its bundle without loading a class.
 *
 * @param kind the extension point it fills
 * @param id unique within its kind; lower case letters, digits and dashes
 * @param label name for people
 * @param version of the plugin, as its bundle states it
 * @param description one or two sentences
 * @param schema JSON Schema of its configuration as a tree of maps and lists; {@code properties} with {@code type},
 *     {@code enum}, {@code minimum}, {@code default} and {@code description}, and {@code required}; unknown keys are refused
 * @param capabilities free words that other plugins and the workbench look for
 */
public record Descriptor(
    Kind kind,
    String id,
    String label,
    String version,
    String description,
    Map<String, Object> schema,
    Set<String> capabilities) {}
