package org.leibniz.python;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What a block wrote, in order, with its middle left out where it is longer than the limit. Thread-safe: the program's
 * threads write while the watching thread may read.
 */
final class Transcript {
  /** Channels, as {@code notebook.py} and the host know them. */
  static final byte OUT = 0;

  static final byte ERR = 1;
  static final byte VALUE = 2;
  static final byte TRACE = 3;
  static final byte CUT = 4;

  /** A run of text on one channel. */
  record Piece(byte channel, String text) {}

  private final int half;
  private final List<Piece> head = new ArrayList<>();
  private final Deque<Piece> tail = new ArrayDeque<>();
  private final StringBuilder open = new StringBuilder();
  private byte openChannel;
  private int headLength;
  private int tailLength;
  private long leftOut;

  /**
   * @param limit most characters kept
   */
  Transcript(int limit) {
    half = Math.max(1, limit / 2);
  }

  synchronized void clear() {
    head.clear();
    tail.clear();
    open.setLength(0);
    headLength = 0;
    tailLength = 0;
    leftOut = 0;
  }

  synchronized void append(byte channel, String text) {
    if (channel != openChannel) {
      close();
      openChannel = channel;
    }
    if (text.length() > half) {
      // A single huge text is cut on the way in, so that it is never held twice.
      int room = Math.max(0, half - headLength - open.length());
      int keep = Math.min(text.length() - room, half);
      open.append(text, 0, room);
      close();
      leftOut += text.length() - room - keep;
      open.append(text, text.length() - keep, text.length());
      close();
      return;
    }
    open.append(text);
    if (open.length() > 8192) {
      close();
    }
  }

  private void close() {
    if (open.isEmpty()) {
      return;
    }
    String text = open.toString();
    open.setLength(0);
    int room = half - headLength;
    if (leftOut == 0 && tail.isEmpty() && room > 0) {
      int keep = Math.min(room, text.length());
      head.add(new Piece(openChannel, text.substring(0, keep)));
      headLength += keep;
      text = text.substring(keep);
    }
    if (text.isEmpty()) {
      return;
    }
    tail.add(new Piece(openChannel, text));
    tailLength += text.length();
    while (tailLength > half) {
      Piece first = tail.removeFirst();
      int surplus = tailLength - half;
      if (first.text.length() > surplus) {
        tail.addFirst(new Piece(first.channel, first.text.substring(surplus)));
        tailLength -= surplus;
        leftOut += surplus;
      } else {
        tailLength -= first.text.length();
        leftOut += first.text.length();
      }
    }
  }

  /** Everything kept so far; a {@link #CUT} piece stands where characters were left out. */
  synchronized List<Piece> pieces() {
    close();
    List<Piece> all = new ArrayList<>(head);
    if (leftOut > 0) {
      all.add(new Piece(CUT, "\n... " + leftOut + " characters left out ...\n"));
    }
    all.addAll(tail);
    return all;
  }
}
