package org.leibniz.checkpoint.internal.chat;

import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;

/** The two ways in which a template fails. */
final class TemplateError {
  private TemplateError() {}

  static LeibnizException syntax(String where, int line, String problem) {
    return LeibnizException.badInput(where + ": chat template, line " + line + ": " + problem);
  }

  static LeibnizException failed(String where, String problem) {
    return new LeibnizException(ErrorCode.MODEL_FAILED, where + ": chat template: " + problem);
  }
}
