package org.leibniz.api.model;

import java.util.ArrayList;
import java.util.List;

/** What is sent to a model: a list of parts, rendered by the backend. Immutable. */
public record Prompt(List<Part> parts) {
  public Prompt {
    parts = List.copyOf(parts);
  }

  public static Prompt of(String text) {
    return new Prompt(List.of(new Part.Text(text)));
  }

  /** This prompt followed by {@code more}. */
  public Prompt plus(Part... more) {
    List<Part> all = new ArrayList<>(parts);
    all.addAll(List.of(more));
    return new Prompt(all);
  }

  /** The prompt as one text, control tokens by their names, turns as {@code role: text} lines; for people and for storage. */
  public String rendered() {
    StringBuilder out = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Part.Text(String text) -> out.append(text);
        case Part.Control(String token) -> out.append(token);
        case Part.Turn(String role, String text) -> out.append(role).append(": ").append(text).append('\n');
      }
    }
    return out.toString();
  }
}
