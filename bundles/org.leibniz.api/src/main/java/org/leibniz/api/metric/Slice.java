package org.leibniz.api.metric;

/**
 * A part of a run that is measured on its own.
 *
 * @param dimension {@code all}, {@code subject}, {@code level}, {@code dataset} or {@code outcome}
 * @param value the subject, level or other value; empty for {@code all}
 */
public record Slice(String dimension, String value) {
  public static final Slice ALL = new Slice("all", "");
}
