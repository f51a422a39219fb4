package org.leibniz.checkpoint.chat;

import java.util.Map;
import org.leibniz.checkpoint.internal.chat.Block;
import org.leibniz.checkpoint.internal.chat.Parser;
import org.leibniz.checkpoint.internal.chat.Renderer;

/** A chat template in Jinja, as transformers renders it (trim_blocks and lstrip_blocks on). Immutable and thread-safe. */
public final class ChatTemplate {
  private final String where;
  private final Block body;

  private ChatTemplate(String where, Block body) {
    this.where = where;
    this.body = body;
  }

  /**
   * Parses a template; nothing is run.
   *
   * @param where the file it is in, for messages
   * @throws org.leibniz.api.LeibnizException with code {@code BAD_INPUT} where it uses what is not supported
   */
  public static ChatTemplate parse(String where, String source) {
    return new ChatTemplate(where, Parser.parse(where, source));
  }

  /**
   * Renders with the given variables: texts, {@code Long}, {@code Double}, {@code Boolean}, lists and maps; null is none.
   *
   * @throws org.leibniz.api.LeibnizException with code {@code MODEL_FAILED} where the template raises an error, or does not end
   *     within its budget of steps and output
   */
  public String render(Map<String, Object> variables) {
    return new Renderer(where).render(body, variables);
  }
}
