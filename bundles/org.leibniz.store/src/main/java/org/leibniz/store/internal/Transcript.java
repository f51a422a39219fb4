package org.leibniz.store.internal;

import java.util.List;
import java.util.Map;
import org.leibniz.api.strategy.Segment;
import org.leibniz.api.strategy.Solution;
import org.leibniz.store.CallRecord;
import org.leibniz.store.StoredSample.TimedSegment;

/** Segments with what the calls that produced them took. */
final class Transcript {
  private Transcript() {}

  static List<TimedSegment> timed(Solution solution, List<CallRecord> calls) {
    Map<SolutionText.CallPlace, Integer> indexes = SolutionText.CallPlace.indexes(calls);
    return solution.segments().stream().map(segment -> timed(segment, calls, indexes)).toList();
  }

  private static TimedSegment timed(Segment segment, List<CallRecord> calls, Map<SolutionText.CallPlace, Integer> indexes) {
    Integer index = indexes.get(new SolutionText.CallPlace(segment.branch(), segment.call()));
    if (index == null) {
      return new TimedSegment(segment, -1, -1, "");
    }
    CallRecord call = calls.get(index);
    long millis = call.place().millis();
    return switch (call) {
      case CallRecord.Generated generated ->
          new TimedSegment(
              segment,
              millis,
              generated.reply().map(reply -> reply.usage().completionTokens()).orElse(-1),
              generated.reply().map(reply -> Names.of(reply.stop())).orElse(""));
      case CallRecord.Scored _ -> new TimedSegment(segment, millis, -1, "");
      case CallRecord.Executed executed ->
          new TimedSegment(segment, millis, -1, executed.result().map(result -> result.status().id()).orElse(""));
    };
  }
}
