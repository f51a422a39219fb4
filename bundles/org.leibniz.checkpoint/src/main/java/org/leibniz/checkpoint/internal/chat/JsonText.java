package org.leibniz.checkpoint.internal.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JSON as Python's json.dumps writes it with ensure_ascii off: a space after commas and colons, keys in their order. */
final class JsonText {
  private JsonText() {}

  /** @param indent spaces per level on lines of their own; -1 for one line */
  static String of(Object value, int indent) {
    StringBuilder out = new StringBuilder();
    write(value, indent, 0, out);
    return out.toString();
  }

  private static void write(Object value, int indent, int level, StringBuilder out) {
    switch (value) {
      case String text -> quote(text, out);
      case Value.None none -> out.append("null");
      case List<?> list -> {
        List<Runnable> parts = new ArrayList<>();
        list.forEach(element -> parts.add(() -> write(element, indent, level + 1, out)));
        all('[', ']', parts, indent, level, out);
      }
      case Map<?, ?> map -> {
        List<Runnable> parts = new ArrayList<>();
        map.forEach(
            (key, element) ->
                parts.add(
                    () -> {
                      quote(Value.text(key), out);
                      out.append(": ");
                      write(element, indent, level + 1, out);
                    }));
        all('{', '}', parts, indent, level, out);
      }
      case Value.Undefined undefined -> out.append("null");
      default -> out.append(value);
    }
  }

  private static void all(char open, char close, List<Runnable> parts, int indent, int level, StringBuilder out) {
    out.append(open);
    for (int i = 0; i < parts.size(); i++) {
      out.append(i == 0 ? "" : indent < 0 ? ", " : ",");
      newLine(indent, level + 1, out);
      parts.get(i).run();
    }
    if (!parts.isEmpty()) {
      newLine(indent, level, out);
    }
    out.append(close);
  }

  private static void newLine(int indent, int level, StringBuilder out) {
    if (indent >= 0) {
      out.append('\n').append(" ".repeat(indent * level));
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (char letter : text.toCharArray()) {
      switch (letter) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> out.append(letter < 0x20 ? String.format("\\u%04x", (int) letter) : String.valueOf(letter));
      }
    }
    out.append('"');
  }
}
