package org.leibniz.model.openai.internal;

import java.util.ArrayList;
import java.util.List;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.model.Part;
import org.leibniz.api.model.Prompt;

/** A prompt in the form that a server takes. */
final class Messages {
  private Messages() {}

  /**
   * The turns of a chat. A prompt without turns is asked in one: its first text as the user's, and what a strategy
   * put after
   * that (the reply so far) as the beginning of the assistant's.
   */
  static List<Part.Turn> turns(Prompt prompt) {
    List<Part.Turn> turns = new ArrayList<>();
    StringBuilder reply = new StringBuilder();
    for (Part part : prompt.parts()) {
      switch (part) {
        case Part.Turn turn -> turns.add(turn);
        case Part.Control(String token) ->
            throw failed("the prompt has the control token " + token
                + ", which a chat cannot carry; set endpoint: completions");
        case Part.Text(String text) when turns.isEmpty() -> turns.add(new Part.Turn("user", text));
        case Part.Text(String text) -> reply.append(text);
      }
    }
    if (!reply.isEmpty()) {
      turns.add(new Part.Turn("assistant", reply.toString()));
    }
    return turns;
  }

  /**
   * The prompt as one text, control tokens by their names, which the server reads as such. Refused where a text
   * quotes one of
   * them: the server could not tell it from a control token.
   */
  static String text(Prompt prompt) {
    List<String> controls = new ArrayList<>();
    for (Part part : prompt.parts()) {
      switch (part) {
        case Part.Control(String token) -> controls.add(token);
        case Part.Turn turn -> throw failed("the prompt has turns of a chat; set endpoint: chat");
        case Part.Text text -> {}
      }
    }
    for (Part part : prompt.parts()) {
      if (part instanceof Part.Text(String text)) {
        controls.stream().filter(text::contains).findFirst().ifPresent(
            token -> {
              throw failed("a text in the prompt contains " + token
                  + ", which the server would read as a control token");
            });
      }
    }
    return prompt.rendered();
  }

  private static LeibnizException failed(String message) {
    return new LeibnizException(ErrorCode.MODEL_FAILED, message);
  }
}
