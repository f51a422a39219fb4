package org.leibniz.checkpoint.internal.tokenizer;

import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;

/** A text that may be looked at only so often: a pattern of a hostile tokenizer ends instead of backtracking for ever. */
final class BoundedText implements CharSequence {
  private static final long FIXED = 1_000_000;
  private static final long PER_CHARACTER = 1_000;

  private final String text;
  private long left;

  BoundedText(String text) {
    this.text = text;
    this.left = FIXED + PER_CHARACTER * text.length();
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) {
      throw new LeibnizException(ErrorCode.MODEL_FAILED, "the tokenizer's pattern takes too long for a text of " + text.length() + " characters");
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
