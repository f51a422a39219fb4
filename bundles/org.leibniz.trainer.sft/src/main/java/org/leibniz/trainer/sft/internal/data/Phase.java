package org.leibniz.trainer.sft.internal.data;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Part of a training with a mixture of its own.
 *
 * @param until share of all steps after which it ends
 * @param shares of the examples by form; forms that are not named take no part
 */
public record Phase(double until, SortedMap<String, Double> shares) {
  public Phase {
    shares = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(shares));
  }
}
