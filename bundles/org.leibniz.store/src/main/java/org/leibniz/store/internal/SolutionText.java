package org.leibniz.store.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.leibniz.api.strategy.Segment;
import org.leibniz.api.strategy.Solution;
import org.leibniz.store.CallRecord;

/**
 * A solution without the texts that its calls hold already: a layout of references, and what is nowhere else.
 *
 * <p>The layout is, for each segment, its kind, branch, call and text; then -1 and the completion's text. A text is where
 * it comes from (0 own text, 1 + source for a call's, {@link #JOINED} for all segments), place and length.
 *
 * @param own own texts, each followed by a line break
 */
record SolutionText(String layout, String own) {
  private static final int OWN = 0;
  private static final int JOINED = 9;
  private static final int END = -1;
  private static final List<Source> OF_SEGMENTS = List.of(Source.REPLY, Source.CODE, Source.DISPLAY);
  private static final List<String> JOINTS = List.of("", "\n");

  static SolutionText of(Solution solution, List<CallRecord> calls) {
    return new Writing(calls).write(solution);
  }

  /** Which call stands where. */
  record CallPlace(String branch, int ordinal) {
    static Map<CallPlace, Integer> indexes(List<CallRecord> calls) {
      Map<CallPlace, Integer> indexes = new HashMap<>();
      for (int i = 0; i < calls.size(); i++) {
        indexes.put(new CallPlace(calls.get(i).place().branch(), calls.get(i).place().ordinal()), i);
      }
      return indexes;
    }
  }

  Solution solution(List<CallRecord> calls, Solution.Ending ending) {
    Layout.Reader reader = new Layout.Reader(layout);
    List<Segment> segments = new ArrayList<>();
    for (int kind = reader.number(); kind != END; kind = reader.number()) {
      String branch = reader.text();
      int call = reader.number();
      String text = text(reader, calls, segments);
      segments.add(
          switch (kind) {
            case 0 -> new Segment.Text(text, branch, call);
            case 1 -> new Segment.Code(text, branch, call);
            case 2 -> new Segment.Output(text, branch, call);
            default -> new Segment.Answer(text, branch, call);
          });
    }
    return new Solution(segments, text(reader, calls, segments), ending);
  }

  private String text(Layout.Reader reader, List<CallRecord> calls, List<Segment> segments) {
    int from = reader.number();
    if (from == JOINED) {
      return joined(segments, JOINTS.get(reader.number()));
    }
    int call = from == OWN ? -1 : reader.number();
    int offset = reader.number();
    int length = reader.number();
    String held = from == OWN ? own : Source.values()[from - 1].text(calls.get(call)).orElseThrow();
    return held.substring(offset, offset + length);
  }

  private static String joined(List<Segment> segments, String joint) {
    return segments.stream().map(Segment::text).collect(Collectors.joining(joint));
  }

  /** One solution being written. */
  private static final class Writing {
    private final List<CallRecord> calls;
    private final Map<CallPlace, Integer> indexes;
    private final Layout layout = new Layout();
    private final StringBuilder own = new StringBuilder();

    Writing(List<CallRecord> calls) {
      this.calls = calls;
      this.indexes = CallPlace.indexes(calls);
    }

    SolutionText write(Solution solution) {
      for (Segment segment : solution.segments()) {
        layout.number(kind(segment)).text(segment.branch()).number(segment.call());
        Integer index = indexes.get(new CallPlace(segment.branch(), segment.call()));
        text(segment.text(), index == null ? Optional.empty() : Source.find(segment.text(), calls, index, OF_SEGMENTS));
      }
      layout.number(END);
      completion(solution);
      return new SolutionText(layout.toString(), own.toString());
    }

    private void completion(Solution solution) {
      String text = solution.completion();
      for (int joint = 0; joint < JOINTS.size(); joint++) {
        if (isJoined(text, solution.segments(), JOINTS.get(joint))) {
          layout.number(JOINED).number(joint);
          return;
        }
      }
      text(text, inLastCalls(text));
    }

    /** A completion is usually the last reply, what the last program printed, or all that follows the problem. */
    private Optional<Source.Reference> inLastCalls(String text) {
      for (int index = calls.size() - 1; index >= 0; index--) {
        switch (calls.get(index)) {
          case CallRecord.Executed _ -> {
            Optional<Source.Reference> found = Source.find(text, calls, index, List.of(Source.DISPLAY));
            if (found.isPresent()) {
              return found;
            }
          }
          case CallRecord.Scored _ -> {}
          case CallRecord.Generated generated -> {
            int reply = generated.reply().map(value -> value.raw().length()).orElse(0);
            return Source.find(text, calls, index, List.of(text.length() > reply ? Source.PROMPT_AND_REPLY : Source.REPLY));
          }
        }
      }
      return Optional.empty();
    }

    private static boolean isJoined(String text, List<Segment> segments, String joint) {
      long length = (long) joint.length() * (segments.size() - 1);
      for (Segment segment : segments) {
        length += segment.text().length();
      }
      return !segments.isEmpty() && length == text.length() && joined(segments, joint).equals(text);
    }

    private void text(String text, Optional<Source.Reference> found) {
      if (text.isEmpty()) {
        layout.number(OWN).number(0).number(0);
        return;
      }
      if (found.isPresent()) {
        Source.Reference reference = found.get();
        layout.number(1 + reference.source().ordinal()).number(reference.call()).number(reference.offset());
      } else {
        layout.number(OWN).number(own.length());
        own.append(text).append('\n');
      }
      layout.number(text.length());
    }

    private static int kind(Segment segment) {
      return switch (segment) {
        case Segment.Text _ -> 0;
        case Segment.Code _ -> 1;
        case Segment.Output _ -> 2;
        case Segment.Answer _ -> 3;
      };
    }
  }
}
