package org.leibniz.store.internal;

import java.util.ArrayList;
import java.util.List;
import org.leibniz.api.model.Part;
import org.leibniz.api.model.Prompt;

/**
 * A prompt as the texts of its parts one after the other, and a layout that says where each part begins and what it is.
 *
 * @param layout null for the commonest prompt, one {@code Text}
 */
record PromptText(String text, String layout) {
  private static final int TEXT = 0;
  private static final int CONTROL = 1;
  private static final int TURN = 2;

  static PromptText of(Prompt prompt) {
    List<Part> parts = prompt.parts();
    if (parts.size() == 1 && parts.getFirst() instanceof Part.Text(String text)) {
      return new PromptText(text, null);
    }
    StringBuilder all = new StringBuilder();
    Layout layout = new Layout();
    for (Part part : parts) {
      switch (part) {
        case Part.Text(String text) -> {
          layout.number(TEXT).number(text.length());
          all.append(text);
        }
        case Part.Control(String token) -> {
          layout.number(CONTROL).number(token.length());
          all.append(token);
        }
        case Part.Turn(String role, String text) -> {
          layout.number(TURN).text(role).number(text.length());
          all.append(text);
        }
      }
    }
    return new PromptText(all.toString(), layout.toString());
  }

  Prompt prompt() {
    if (layout == null) {
      return Prompt.of(text);
    }
    List<Part> parts = new ArrayList<>();
    Layout.Reader reader = new Layout.Reader(layout);
    int at = 0;
    while (reader.hasMore()) {
      int kind = reader.number();
      String role = kind == TURN ? reader.text() : "";
      int length = reader.number();
      String piece = text.substring(at, at + length);
      at += length;
      parts.add(
          switch (kind) {
            case TEXT -> new Part.Text(piece);
            case CONTROL -> new Part.Control(piece);
            default -> new Part.Turn(role, piece);
          });
    }
    return new Prompt(parts);
  }
}
