package org.leibniz.plugins.internal;

import java.util.function.UnaryOperator;

/** A change of the stored state. */
@FunctionalInterface
interface UnaryChange extends UnaryOperator<StoreState> {
  UnaryChange NONE = state -> state;
}
