package org.leibniz.strategy.interleaved.internal;

import java.util.ArrayList;
import java.util.List;
import org.leibniz.api.model.Part;

/** MathCoder's control tokens, and a reply that holds them by name as the parts to put back into the prompt. */
final class ControlTokens {
  static final String TEXT = "<|text|>";
  static final String CODE = "<|code|>";
  static final String EXECUTION = "<|execution|>";
  static final String END_OF_BLOCK = "<|endofblock|>";
  static final String END_OF_MESSAGE = "<|endofmessage|>";

  private static final List<String> ALL =
      List.of(TEXT, CODE, EXECUTION, END_OF_BLOCK, END_OF_MESSAGE, "<|system|>", "<|user|>", "<|assistant|>");

  private ControlTokens() {}

  static Part[] parts(String reply) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    int at = reply.indexOf("<|");
    while (at >= 0) {
      String token = tokenAt(reply, at);
      if (token == null) {
        at = reply.indexOf("<|", at + 2);
        continue;
      }
      if (at > from) {
        parts.add(new Part.Text(reply.substring(from, at)));
      }
      parts.add(new Part.Control(token));
      from = at + token.length();
      at = reply.indexOf("<|", from);
    }
    if (from < reply.length()) {
      parts.add(new Part.Text(reply.substring(from)));
    }
    return parts.toArray(Part[]::new);
  }

  private static String tokenAt(String text, int at) {
    for (String token : ALL) {
      if (text.startsWith(token, at)) {
        return token;
      }
    }
    return null;
  }

  /** {@code reply} without {@code opening} at its start and an end-of-block at its end. */
  static String content(String reply, String opening) {
    String content = reply.startsWith(opening) ? reply.substring(opening.length()) : reply;
    return content.endsWith(END_OF_BLOCK) ? content.substring(0, content.length() - END_OF_BLOCK.length()) : content;
  }
}
