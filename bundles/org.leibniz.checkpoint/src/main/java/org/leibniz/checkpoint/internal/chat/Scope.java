package org.leibniz.checkpoint.internal.chat;

import java.util.HashMap;
import java.util.Map;

/** Variables of a block; what an inner scope sets, an outer one does not see. */
final class Scope {
  private final Scope outer;
  private final Map<String, Object> variables = new HashMap<>();

  Scope(Scope outer) {
    this.outer = outer;
  }

  Object get(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Object value = scope.variables.get(name);
      if (value != null) {
        return value;
      }
    }
    return new Value.Undefined(name);
  }

  void set(String name, Object value) {
    variables.put(name, value);
  }
}
