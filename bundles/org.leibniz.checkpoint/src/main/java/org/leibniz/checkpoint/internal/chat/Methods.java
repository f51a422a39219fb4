package org.leibniz.checkpoint.internal.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The methods of Python's texts and dictionaries that templates use. */
final class Methods {
  private Methods() {}

  static Optional<Value.Function> of(Object value, String name, Budget budget) {
    return switch (value) {
      case String text -> Optional.ofNullable(ofText(text, name, budget));
      case Map<?, ?> map -> Optional.ofNullable(ofMap(map, name));
      default -> Optional.empty();
    };
  }

  private static Value.Function ofText(String text, String name, Budget budget) {
    return switch (name) {
      case "strip" -> (arguments, named) -> strip(text, arguments, true, true);
      case "lstrip" -> (arguments, named) -> strip(text, arguments, true, false);
      case "rstrip" -> (arguments, named) -> strip(text, arguments, false, true);
      case "upper" -> (arguments, named) -> text.toUpperCase(Locale.ROOT);
      case "lower" -> (arguments, named) -> text.toLowerCase(Locale.ROOT);
      case "capitalize" -> (arguments, named) -> Filters.capitalised(text);
      case "title" -> (arguments, named) -> Filters.titled(text);
      case "startswith" -> (arguments, named) -> any(arguments.getFirst(), text::startsWith);
      case "endswith" -> (arguments, named) -> any(arguments.getFirst(), text::endsWith);
      case "find" -> (arguments, named) -> (long) text.indexOf(Value.text(arguments.getFirst()));
      case "replace" -> (arguments, named) -> {
        String from = Value.text(arguments.get(0));
        String to = Value.text(arguments.get(1));
        budget.made((long) text.length() + (text.length() + 1L) * to.length() / Math.max(1, from.length()));
        return text.replace(from, to);
      };
      case "split" -> (arguments, named) -> {
        budget.made(text.length());
        return split(text, arguments);
      };
      default -> null;
    };
  }

  private static boolean any(Object wanted, java.util.function.Predicate<String> matches) {
    return wanted instanceof List<?> list ? list.stream().anyMatch(one -> matches.test(Value.text(one))) : matches.test(Value.text(wanted));
  }

  static String strip(String text, List<Object> arguments, boolean left, boolean right) {
    String characters = arguments.isEmpty() || arguments.getFirst() == Value.None.NONE ? null : Value.text(arguments.getFirst());
    int from = 0;
    int to = text.length();
    while (left && from < to && isStripped(text.charAt(from), characters)) {
      from++;
    }
    while (right && to > from && isStripped(text.charAt(to - 1), characters)) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isStripped(char letter, String characters) {
    return characters == null ? Character.isWhitespace(letter) || Character.isSpaceChar(letter) || letter == '\u0085' : characters.indexOf(letter) >= 0;
  }

  private static List<Object> split(String text, List<Object> arguments) {
    if (arguments.isEmpty() || arguments.getFirst() == Value.None.NONE) {
      String stripped = text.strip();
      return stripped.isEmpty() ? new ArrayList<>() : new ArrayList<>(Arrays.asList((Object[]) stripped.split("\\s+")));
    }
    int limit = arguments.size() > 1 && arguments.get(1) instanceof Long most && most >= 0 ? (int) Math.min(most + 1, Integer.MAX_VALUE) : -1;
    return new ArrayList<>(Arrays.asList((Object[]) text.split(Pattern.quote(Value.text(arguments.getFirst())), limit)));
  }

  private static Value.Function ofMap(Map<?, ?> map, String name) {
    return switch (name) {
      case "items" -> (arguments, named) -> {
        List<Object> items = new ArrayList<>();
        map.forEach((key, value) -> items.add(List.of(key, value)));
        return items;
      };
      case "keys" -> (arguments, named) -> new ArrayList<>(map.keySet());
      case "values" -> (arguments, named) -> new ArrayList<>(map.values());
      case "get" -> (arguments, named) -> {
        Object value = map.get(arguments.getFirst());
        return value != null ? value : arguments.size() > 1 ? arguments.get(1) : Value.None.NONE;
      };
      default -> null;
    };
  }
}
