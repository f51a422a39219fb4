package org.leibniz.strategy.interleaved.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leibniz.api.strategy.Segment;

/** Text with Markdown fences: its last program, and its pieces. */
record FencedText(String text) {
  private static final String FENCE = "```";
  private static final String OPENING = "```python";

  /** The last block opened by a line that starts with {@code ```python} and closed by one that starts with {@code ```}. */
  Optional<String> lastProgram() {
    Optional<String> program = Optional.empty();
    StringBuilder open = null;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      if (line.startsWith(OPENING)) {
        open = new StringBuilder();
      } else if (line.startsWith(FENCE)) {
        if (open != null) {
          program = Optional.of(open.toString());
        }
        open = null;
      } else if (open != null) {
        open.append(line).append('\n');
      }
    }
    return program;
  }

  /** Prose and programs in order. */
  List<Segment> segments(String branch, int call) {
    List<Segment> segments = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    boolean inProgram = false;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      boolean opens = !inProgram && line.startsWith(OPENING);
      boolean closes = inProgram && line.startsWith(FENCE);
      if (opens || closes) {
        flush(segments, piece, inProgram, branch, call);
        inProgram = opens;
      } else {
        piece.append(piece.isEmpty() ? "" : "\n").append(line);
      }
    }
    flush(segments, piece, inProgram, branch, call);
    return segments;
  }

  private static void flush(List<Segment> to, StringBuilder piece, boolean program, String branch, int call) {
    if (!piece.toString().isBlank()) {
      to.add(
          program
              ? new Segment.Code(piece.toString(), branch, call)
              : new Segment.Text(piece.toString(), branch, call));
    }
    piece.setLength(0);
  }
}
