package org.leibniz.notebook;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a worker answers; {@link #read} takes one frame from its output. */
public sealed interface Reply {
  /** Ready for a session, or a session was opened, or a block begins. */
  record Ready() implements Reply {}

  /** Text on one channel, in order of arrival. */
  record Piece(int channel, String text) {
    public static final int OUT = 0;
    public static final int ERR = 1;
    public static final int VALUE = 2;
    public static final int TRACE = 3;
    public static final int CUT = 4;
  }

  /** A block ended. */
  record Result(
      List<Piece> pieces,
      long cpuMillis,
      String status,
      String value,
      String errorType,
      String errorMessage,
      String traceback)
      implements Reply {}

  /** A session was closed; {@code reason} says why the worker must be replaced, empty where it need not. */
  record Closed(String reason) implements Reply {}

  /** What a block that still runs has written. */
  record SoFar(List<Piece> pieces) implements Reply {}

  /** The processor time in milliseconds that a block has used so far. */
  record Used(long cpuMillis) implements Reply {}

  /** The worker cannot go on. */
  record Spent(String reason) implements Reply {}

  /** The process ended. */
  record Ended() implements Reply {}

  /** Longest frame taken; more cannot come from an honest worker. */
  int LONGEST = 1 << 30;

  static Reply read(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 1 || length > LONGEST) {
      throw new IOException("a frame of " + length + " bytes");
    }
    return body(in);
  }

  /** Takes the kind and body of a frame whose length was read. */
  static Reply body(DataInputStream in) throws IOException {
    int kind = in.readUnsignedByte();
    return switch (kind) {
      case '+' -> new Ready();
      case '=' -> {
        List<Piece> pieces = pieces(in);
        long cpuMillis = in.readLong();
        yield new Result(pieces, cpuMillis, text(in), text(in), text(in), text(in), text(in));
      }
      case '-' -> new Closed(text(in));
      case '~' -> new SoFar(pieces(in));
      case '%' -> new Used(in.readLong());
      case '!' -> new Spent(text(in));
      default -> throw new IOException("a frame of unknown kind " + kind);
    };
  }

  private static List<Piece> pieces(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pieces.add(new Piece(in.readUnsignedByte(), text(in)));
    }
    return pieces;
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST) {
      throw new IOException("a text of " + length + " bytes");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
