package org.leibniz.checkpoint.internal.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Jinja's filters, those that templates use. */
record Filters(Budget budget) {
  Object apply(String name, Object input, List<Object> arguments, Map<String, Object> named) {
    Object first = arguments.isEmpty() ? null : arguments.getFirst();
    return switch (name) {
      case "trim" -> Methods.strip(Value.text(input), arguments, true, true);
      case "upper" -> Value.text(input).toUpperCase(Locale.ROOT);
      case "lower" -> Value.text(input).toLowerCase(Locale.ROOT);
      case "capitalize" -> capitalised(Value.text(input));
      case "title" -> titled(Value.text(input));
      case "string" -> Value.text(input);
      case "safe" -> input;
      case "length", "count" -> (long) elements(input).size();
      case "first" -> elements(input).isEmpty() ? new Value.Undefined("first") : elements(input).getFirst();
      case "last" -> elements(input).isEmpty() ? new Value.Undefined("last") : elements(input).getLast();
      case "list" -> elements(input);
      case "reverse" -> reversed(input);
      case "items" -> input instanceof Map<?, ?> map ? Methods.of(map, "items", budget).orElseThrow().call(List.of(), Map.of()) : new ArrayList<>();
      case "default", "d" -> {
        boolean falseToo = arguments.size() > 1 && Value.truth(arguments.get(1)) || Value.truth(named.getOrDefault("boolean", false));
        boolean absent = input instanceof Value.Undefined || falseToo && !Value.truth(input);
        yield absent ? (first == null ? "" : first) : input;
      }
      case "join" -> joined(input, first == null ? "" : Value.text(first), named);
      case "map" -> mapped(input, arguments, named);
      case "selectattr", "rejectattr" -> selected(name.equals("selectattr"), input, arguments);
      case "replace" -> Methods.of(Value.text(input), "replace", budget).orElseThrow().call(arguments, named);
      case "int" -> input instanceof Number number ? (Object) number.longValue() : (Object) parsed(Value.text(input));
      case "abs" -> input instanceof Long number ? (Object) Math.abs(number) : input;
      case "tojson" -> {
        Object indent = named.getOrDefault("indent", first == null ? Value.None.NONE : first);
        String json = JsonText.of(input, indent instanceof Long spaces ? (int) Math.clamp(spaces, 0, 16) : -1);
        budget.made(json.length());
        yield json;
      }
      default -> throw budget.failed("the filter '" + name + "' is not supported");
    };
  }

  static String capitalised(String text) {
    return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1).toLowerCase(Locale.ROOT);
  }

  static String titled(String text) {
    StringBuilder titled = new StringBuilder();
    boolean start = true;
    for (char letter : text.toCharArray()) {
      titled.append(start ? Character.toUpperCase(letter) : Character.toLowerCase(letter));
      start = !Character.isLetter(letter);
    }
    return titled.toString();
  }

  private static long parsed(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private List<Object> elements(Object input) {
    List<Object> elements = Value.elements(input);
    if (elements == null) {
      throw budget.failed(Value.written(input) + " has no elements");
    }
    budget.made(elements.size());
    return elements;
  }

  private Object reversed(Object input) {
    if (input instanceof String text) {
      return new StringBuilder(text).reverse().toString();
    }
    List<Object> elements = elements(input);
    Collections.reverse(elements);
    return elements;
  }

  private String joined(Object input, String separator, Map<String, Object> named) {
    StringBuilder text = new StringBuilder();
    for (Object element : elements(input)) {
      Object shown = named.containsKey("attribute") ? attribute(element, Value.text(named.get("attribute"))) : element;
      text.append(text.isEmpty() ? "" : separator).append(Value.text(shown));
      budget.step();
    }
    budget.made(text.length());
    return text.toString();
  }

  private List<Object> mapped(Object input, List<Object> arguments, Map<String, Object> named) {
    List<Object> result = new ArrayList<>();
    for (Object element : elements(input)) {
      budget.step();
      result.add(
          named.containsKey("attribute")
              ? attribute(element, Value.text(named.get("attribute")))
              : apply(Value.text(arguments.getFirst()), element, arguments.subList(1, arguments.size()), Map.of()));
    }
    return result;
  }

  private List<Object> selected(boolean keep, Object input, List<Object> arguments) {
    Operators operators = new Operators(budget);
    List<Object> result = new ArrayList<>();
    for (Object element : elements(input)) {
      Object value = attribute(element, Value.text(arguments.getFirst()));
      boolean holds =
          arguments.size() < 2 ? Value.truth(value) : operators.test(Value.text(arguments.get(1)), value, arguments.subList(2, arguments.size()));
      if (holds == keep) {
        result.add(element);
      }
    }
    return result;
  }

  private static Object attribute(Object element, String name) {
    Object value = element instanceof Map<?, ?> map ? map.get(name) : null;
    return value == null ? new Value.Undefined(name) : value;
  }
}
