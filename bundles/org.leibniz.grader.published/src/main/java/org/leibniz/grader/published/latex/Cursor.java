package org.leibniz.grader.published.latex;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The parser's place in the tokens, its budget, and the choices it has been told to take on this pass. */
final class Cursor {
  private static final int MAX_DEPTH = 90;

  private final List<Token> tokens;
  private final Choices choices;
  final BitSet notCalls = new BitSet();
  private int at;
  private int depth;
  private boolean insideBars;
  private boolean lenient;
  private boolean unreadable;

  Cursor(List<Token> tokens, Choices choices) {
    this.tokens = tokens;
    this.choices = choices;
  }

  Choices choices() {
    return choices;
  }

  int at() {
    return at;
  }

  /** A place to come back to when an alternative does not fit. */
  record Place(int at, int depth, boolean insideBars) {}

  Place place() {
    return new Place(at, depth, insideBars);
  }

  /** Goes back after a refusal, unless nothing else could be read either. */
  void recover(Place place, Rejected refusal) {
    if (refusal.isBudget() || unreadable) {
      throw refusal;
    }
    rewind(place);
  }

  /** From here on, what repeats or may be missing ends where its next piece does not fit, instead of failing. */
  void beLenient() {
    lenient = true;
  }

  /** Reads a piece that repeats or may be missing; null where it is left out. */
  Reading piece(Supplier<Reading> rule) {
    Place place = place();
    try {
      return rule.get();
    } catch (Rejected refusal) {
      if (!lenient) {
        throw refusal;
      }
      recover(place, refusal);
      return null;
    }
  }

  void rewind(Place place) {
    at = place.at();
    depth = place.depth();
    insideBars = place.insideBars();
  }

  /** Whether the innermost open group is one of bars, which the next bar may close. */
  boolean isInsideBars() {
    return insideBars;
  }

  /** Says what the innermost open group is; gives back what it was before. */
  boolean setInsideBars(boolean inside) {
    boolean before = insideBars;
    insideBars = inside;
    return before;
  }

  Token peek() {
    Token token = tokens.get(at);
    if (token.is(Kind.UNREADABLE)) {
      unreadable = true;
      throw Rejected.because("'" + token.text() + "' is no token");
    }
    return token;
  }

  Kind kind() {
    return peek().kind();
  }

  Kind kindAhead(int distance) {
    return tokens.get(Math.min(at + distance, tokens.size() - 1)).kind();
  }

  boolean is(Kind kind) {
    return peek().is(kind);
  }

  boolean isOneOf(Set<Kind> kinds) {
    return kinds.contains(kind());
  }

  Token take() {
    choices.step();
    Token token = peek();
    if (!token.is(Kind.END)) {
      at++;
    }
    return token;
  }

  boolean skip(Kind kind) {
    if (!is(kind)) {
      return false;
    }
    take();
    return true;
  }

  Token expect(Kind kind) {
    if (!is(kind)) {
      throw unexpected();
    }
    return take();
  }

  Token expectOneOf(EnumSet<Kind> kinds) {
    if (!isOneOf(kinds)) {
      throw unexpected();
    }
    return take();
  }

  Rejected unexpected() {
    return Rejected.because(is(Kind.END) ? "the text ends too early" : "'" + peek().text() + "' is out of place");
  }

  void enter() {
    if (++depth > MAX_DEPTH) {
      throw Rejected.because("nested too deeply");
    }
  }

  void leave() {
    depth--;
  }

  /** The tokens' text without what lay between them. */
  String textFrom(int start) {
    StringBuilder text = new StringBuilder();
    for (int i = start; i < at; i++) {
      text.append(tokens.get(i).text());
    }
    return text.toString();
  }
}
