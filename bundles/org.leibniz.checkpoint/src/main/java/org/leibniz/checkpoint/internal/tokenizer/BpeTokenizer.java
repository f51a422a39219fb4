package org.leibniz.checkpoint.internal.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.leibniz.api.LeibnizException;
import org.leibniz.checkpoint.internal.tokenizer.AddedTokens.Added;
import org.leibniz.checkpoint.internal.tokenizer.AddedTokens.Stretch;
import org.leibniz.checkpoint.tokenizer.Piece;
import org.leibniz.checkpoint.tokenizer.Tokenizer;

/** Cuts out added tokens, normalises, splits into words, and encodes each word by byte pairs. */
final class BpeTokenizer implements Tokenizer {
  /**
   * What it is built from.
   *
   * @param spaceMark what stands for a space in tokens, empty for byte letters
   */
  record Parts(
      Vocabulary vocabulary,
      BytePairs pairs,
      AddedTokens added,
      UnaryOperator<String> normaliser,
      Splitter splitter,
      Decoding decoding,
      String spaceMark,
      List<Integer> before,
      List<Integer> after) {}

  private final Parts parts;
  private final Map<Integer, Added> addedById = new HashMap<>();
  private final Map<String, Added> controls = new HashMap<>();
  private final int largestId;

  BpeTokenizer(Parts parts) {
    this.parts = parts;
    int largest = parts.vocabulary.largestId();
    for (Added token : parts.added.all()) {
      addedById.put(token.id(), token);
      if (token.control()) {
        controls.put(token.content(), token);
      }
      largest = Math.max(largest, token.id());
    }
    this.largestId = largest;
  }

  @Override
  public List<Integer> encode(List<Piece> pieces) {
    List<Integer> ids = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    boolean start = true;
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Text(String more) -> text.append(more);
        case Piece.Control(String name) -> {
          start = encode(text, start, ids);
          Added token = controls.get(name);
          if (token == null) {
            throw LeibnizException.badInput("the model has no control token '" + name + "'");
          }
          ids.add(token.id());
          start = false;
        }
      }
    }
    encode(text, start, ids);
    return ids;
  }

  /** Encodes and empties {@code text}; returns whether the input has still not begun. */
  private boolean encode(StringBuilder text, boolean start, List<Integer> ids) {
    boolean first = start;
    for (Stretch stretch : parts.added.cut(text.toString(), token -> !token.control())) {
      if (stretch.token() != null) {
        ids.add(stretch.token().id());
      } else {
        String normalised = parts.normaliser.apply(stretch.text());
        for (String word : parts.splitter.split(normalised, first)) {
          parts.pairs.encode(word, ids);
        }
      }
      first = false;
    }
    text.setLength(0);
    return first;
  }

  @Override
  public List<Piece> split(String text) {
    return parts.added.cut(text, Added::control).stream()
        .map(stretch -> stretch.token() == null ? new Piece.Text(stretch.text()) : (Piece) new Piece.Control(stretch.text()))
        .toList();
  }

  @Override
  public List<Integer> before() {
    return parts.before;
  }

  @Override
  public List<Integer> after() {
    return parts.after;
  }

  @Override
  public String decode(List<Integer> ids, ControlTokens controlTokens) {
    List<String> tokens =
        ids.stream().filter(id -> controlTokens == ControlTokens.SHOWN || !isControl(id)).map(this::token).toList();
    return tokens.isEmpty() ? "" : String.join("", parts.decoding.apply(tokens));
  }

  @Override
  public byte[] bytes(int id) {
    String token = token(id);
    if (addedById.containsKey(id)) {
      return token.getBytes(StandardCharsets.UTF_8);
    }
    if (parts.spaceMark.isEmpty()) {
      return ByteLetters.decode(token);
    }
    if (Decoding.BYTE_TOKEN.matcher(token).matches()) {
      return new byte[] {(byte) Integer.parseInt(token.substring(3, 5), 16)};
    }
    return token.replace(parts.spaceMark, " ").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String token(int id) {
    Added token = addedById.get(id);
    return token == null ? parts.vocabulary.token(id) : token.content();
  }

  @Override
  public OptionalInt id(String token) {
    for (Added added : parts.added.all()) {
      if (added.content().equals(token)) {
        return OptionalInt.of(added.id());
      }
    }
    return parts.vocabulary.find(token);
  }

  @Override
  public boolean isControl(int id) {
    Added token = addedById.get(id);
    return token != null && token.control();
  }

  @Override
  public int largestId() {
    return largestId;
  }
}
