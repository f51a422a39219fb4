package org.leibniz.model.recorded.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * A list of text, code and execution blocks turned back into the model's replies, as MathCoder's decoding loop received
 * them: one reply a text or code block, each ended by {@code <|endofblock|>}, and the closing message, which the published
 * files leave out (mathllm/MathCoder@d6c91fb, src/inference.py).
 */
final class MathCoderBlocks {
  /** Most model calls of the published runs (the released program allows 16); at it no closing message was asked for. */
  private static final int ROUND_LIMIT = 32;

  private static final String END_OF_BLOCK = "<|endofblock|>";
  private static final String END_OF_MESSAGE = "<|endofmessage|>";

  private final List<RecordedReply> replies = new ArrayList<>();
  private final List<String> executions = new ArrayList<>();

  /** Adds a block; {@code kind} is {@code text}, {@code code} or {@code execution}, anything else is not taken. */
  boolean add(String kind, String text) {
    switch (kind) {
      case "text", "code" -> replies.add(reply(kind, text));
      case "execution" -> executions.add(text);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static RecordedReply reply(String kind, String text) {
    return RecordedReply.stoppedBy("<|" + kind + "|>" + text + END_OF_BLOCK, END_OF_BLOCK);
  }

  List<RecordedReply> replies() {
    List<RecordedReply> all = new ArrayList<>(replies);
    if (all.size() < ROUND_LIMIT) {
      all.add(RecordedReply.stoppedBy(END_OF_MESSAGE, END_OF_MESSAGE));
    }
    return all;
  }

  List<String> executions() {
    return executions;
  }
}
