package org.leibniz.checkpoint.internal.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;

/** Functions every template knows. */
final class Builtins {
  private Builtins() {}

  static void define(Scope scope, Budget budget) {
    scope.set("raise_exception", (Value.Function) (arguments, named) -> {
      throw budget.failed(arguments.isEmpty() ? "raised an error" : Value.text(arguments.getFirst()));
    });
    scope.set("namespace", (Value.Function) (arguments, named) -> new Value.Namespace(new HashMap<>(named)));
    scope.set("dict", (Value.Function) (arguments, named) -> new LinkedHashMap<>(named));
    scope.set("range", (Value.Function) (arguments, named) -> range(arguments, budget));
  }

  private static List<Object> range(List<Object> arguments, Budget budget) {
    long[] numbers = new long[arguments.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!(arguments.get(i) instanceof Long number)) {
        throw budget.failed("range() takes whole numbers");
      }
      numbers[i] = number;
    }
    long from = numbers.length > 1 ? numbers[0] : 0;
    long to = numbers.length > 1 ? numbers[1] : numbers.length == 1 ? numbers[0] : 0;
    long step = numbers.length > 2 ? numbers[2] : 1;
    if (step == 0) {
      throw budget.failed("range() with step 0");
    }
    List<Object> list = new ArrayList<>();
    for (long value = from; step > 0 ? value < to : value > to; value += step) {
      budget.step();
      list.add(value);
    }
    return list;
  }
}
