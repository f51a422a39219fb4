package org.leibniz.model.djl.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.leibniz.checkpoint.tokenizer.Piece;
import org.leibniz.checkpoint.tokenizer.Tokenizer;

/** One token a byte; 256 and following are control tokens. */
record SpelledTokenizer(List<String> controls) implements Tokenizer {
  private static final int BYTES = 256;

  static List<Integer> ids(String text) {
    List<Integer> ids = new ArrayList<>();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      ids.add(one & 0xff);
    }
    return ids;
  }

  @Override
  public List<Integer> encode(List<Piece> pieces) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Piece> split(String text) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Integer> before() {
    return List.of();
  }

  @Override
  public List<Integer> after() {
    return List.of();
  }

  @Override
  public String decode(List<Integer> ids, ControlTokens shown) {
    throw new UnsupportedOperationException();
  }

  @Override
  public byte[] bytes(int id) {
    return isControl(id) ? token(id).getBytes(StandardCharsets.UTF_8) : new byte[] {(byte) id};
  }

  @Override
  public String token(int id) {
    return isControl(id) ? controls.get(id - BYTES) : String.valueOf((char) id);
  }

  @Override
  public OptionalInt id(String token) {
    int at = controls.indexOf(token);
    return at < 0 ? OptionalInt.empty() : OptionalInt.of(BYTES + at);
  }

  @Override
  public boolean isControl(int id) {
    return id >= BYTES;
  }

  @Override
  public int largestId() {
    return BYTES + controls.size() - 1;
  }
}
