package org.leibniz.checkpoint.internal.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Python's operators and Jinja's tests on the values of templates. */
record Operators(Budget budget) {
  Object unary(String operator, Object value) {
    return switch (operator) {
      case "not" -> !Value.truth(value);
      case "-" -> value instanceof Long number ? (Object) (-number) : (Object) (-decimal(value));
      default -> value;
    };
  }

  Object binary(String operator, Object left, Object right) {
    return switch (operator) {
      case "==" -> same(left, right);
      case "!=" -> !same(left, right);
      case "<" -> compare(left, right) < 0;
      case "<=" -> compare(left, right) <= 0;
      case ">" -> compare(left, right) > 0;
      case ">=" -> compare(left, right) >= 0;
      case "in" -> contains(right, left);
      case "~" -> joined(Value.text(left), Value.text(right));
      case "+" -> sum(left, right);
      default -> arithmetic(operator, left, right);
    };
  }

  private String joined(String left, String right) {
    budget.made((long) left.length() + right.length());
    return left + right;
  }

  private Object sum(Object left, Object right) {
    if (left instanceof String first && right instanceof String second) {
      return joined(first, second);
    }
    if (left instanceof List<?> first && right instanceof List<?> second) {
      budget.made((long) first.size() + second.size());
      List<Object> all = new ArrayList<>(first);
      all.addAll(second);
      return all;
    }
    return arithmetic("+", left, right);
  }

  private Object arithmetic(String operator, Object left, Object right) {
    if (operator.equals("*") && left instanceof String text && right instanceof Long times) {
      budget.made(text.length() * Math.clamp(times, 0, Integer.MAX_VALUE));
      return text.repeat((int) Math.clamp(times, 0, Integer.MAX_VALUE));
    }
    try {
      if (left instanceof Long a && right instanceof Long b) {
        return whole(operator, a, b);
      }
    } catch (ArithmeticException e) {
      throw budget.failed("a number is too large, or divided by zero");
    }
    double a = decimal(left);
    double b = decimal(right);
    return switch (operator) {
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "/" -> a / b;
      case "//" -> Math.floor(a / b);
      case "%" -> a - b * Math.floor(a / b);
      case "**" -> Math.pow(a, b);
      default -> throw budget.failed("unknown operator " + operator);
    };
  }

  private Object whole(String operator, long a, long b) {
    return switch (operator) {
      case "+" -> Math.addExact(a, b);
      case "-" -> Math.subtractExact(a, b);
      case "*" -> Math.multiplyExact(a, b);
      case "/" -> (double) a / b;
      case "//" -> Math.floorDiv(a, b);
      case "%" -> Math.floorMod(a, b);
      case "**" -> {
        double power = Math.pow(a, b);
        yield b >= 0 && Math.abs(power) < 1L << 53 ? (Object) (long) power : (Object) power;
      }
      default -> throw budget.failed("unknown operator " + operator);
    };
  }

  private double decimal(Object value) {
    return switch (value) {
      case Long number -> number.doubleValue();
      case Double number -> number;
      case Boolean flag -> flag ? 1 : 0;
      default -> throw budget.failed("expected a number, found " + Value.written(value));
    };
  }

  private static boolean same(Object left, Object right) {
    if (left instanceof Number a && right instanceof Number b) {
      return a.doubleValue() == b.doubleValue();
    }
    return left.equals(right);
  }

  private int compare(Object left, Object right) {
    return left instanceof String a && right instanceof String b ? a.compareTo(b) : Double.compare(decimal(left), decimal(right));
  }

  private boolean contains(Object container, Object element) {
    return switch (container) {
      case String text -> text.contains(Value.text(element));
      case Map<?, ?> map -> map.containsKey(element);
      case List<?> list -> list.stream().anyMatch(one -> same(one, element));
      case Value.Undefined undefined -> false;
      default -> throw budget.failed(Value.written(container) + " contains nothing");
    };
  }

  boolean test(String name, Object value, List<Object> arguments) {
    return switch (name) {
      case "defined" -> !(value instanceof Value.Undefined);
      case "undefined" -> value instanceof Value.Undefined;
      case "none" -> value == Value.None.NONE;
      case "string" -> value instanceof String;
      case "mapping" -> value instanceof Map;
      case "sequence", "iterable" -> value instanceof List || value instanceof String || value instanceof Map;
      case "number" -> value instanceof Number || value instanceof Boolean;
      case "integer" -> value instanceof Long;
      case "float" -> value instanceof Double;
      case "boolean" -> value instanceof Boolean;
      case "true" -> value.equals(true);
      case "false" -> value.equals(false);
      case "callable" -> value instanceof Value.Function;
      case "odd" -> value instanceof Long number && number % 2 != 0;
      case "even" -> value instanceof Long number && number % 2 == 0;
      case "divisibleby" -> same(binary("%", value, arguments.getFirst()), 0L);
      case "in" -> contains(arguments.getFirst(), value);
      case "eq", "equalto", "sameas" -> same(value, arguments.getFirst());
      case "ne" -> !same(value, arguments.getFirst());
      default -> throw budget.failed("the test '" + name + "' is not supported");
    };
  }
}
