package org.leibniz.model.djl.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.model.Part;
import org.leibniz.checkpoint.Checkpoint;
import org.leibniz.checkpoint.chat.ChatTemplate;
import org.leibniz.checkpoint.tokenizer.Piece;

/**
 * Turns of a chat as the checkpoint's own template writes them. What people and models said may contain the names of control
 * tokens; a mark put into those names before rendering and taken out afterwards keeps them text.
 */
final class Conversation {
  /** A noncharacter: no text has it. */
  private static final char MARK = '\ufdd0';

  private final Checkpoint checkpoint;
  private final ChatTemplate template;

  private Conversation(Checkpoint checkpoint, ChatTemplate template) {
    this.checkpoint = checkpoint;
    this.template = template;
  }

  static Conversation of(Checkpoint checkpoint) {
    ChatTemplate template =
        checkpoint.chatTemplate().map(source -> ChatTemplate.parse(checkpoint.path().toString(), source)).orElse(null);
    return new Conversation(checkpoint, template);
  }

  /** The turns as pieces, ending where an answer begins unless the last turn is an assistant's own. */
  List<Piece> pieces(List<Part.Turn> turns) {
    if (template == null) {
      throw new LeibnizException(ErrorCode.MODEL_FAILED, checkpoint.path() + " has no chat template; write the prompt as text");
    }
    List<Map<String, Object>> messages = new ArrayList<>();
    turns.forEach(turn -> messages.add(Map.of("role", turn.role(), "content", marked(turn.text()))));
    boolean open = !turns.getLast().role().equals("assistant");
    String text =
        template.render(
            Map.of(
                "messages", messages,
                "add_generation_prompt", open,
                "bos_token", checkpoint.beginText(),
                "eos_token", checkpoint.endText()));
    return checkpoint.tokenizer().split(text).stream()
        .map(piece -> piece instanceof Piece.Text(String plain) ? new Piece.Text(plain.replace(String.valueOf(MARK), "")) : piece)
        .toList();
  }

  private String marked(String text) {
    StringBuilder marked = new StringBuilder();
    for (Piece piece : checkpoint.tokenizer().split(text.replace(String.valueOf(MARK), ""))) {
      switch (piece) {
        case Piece.Text(String plain) -> marked.append(plain);
        case Piece.Control(String name) -> marked.append(name, 0, 1).append(MARK).append(name, 1, name.length());
      }
    }
    return marked.toString();
  }
}
