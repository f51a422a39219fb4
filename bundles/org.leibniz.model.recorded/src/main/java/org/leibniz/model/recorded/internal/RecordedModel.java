package org.leibniz.model.recorded.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.leibniz.api.CallId;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.model.Coverage;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.GenerationRequest;
import org.leibniz.api.model.Model;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.strategy.Segment;
import org.leibniz.api.strategy.Solution;

/**
 * Answers a call by its identity: the n-th model call of a branch of a sample gets the n-th reply recorded for that branch.
 * Execution calls lie between model calls, so the rank is counted from the ordinals asked for so far.
 */
final class RecordedModel implements Model {
  private static final String EMPTY_EXECUTION = "<empty_execution>";

  private record Branch(String problem, int sample, String name) {}

  private final RecordingFile file;
  private final ModelInfo info;
  private final Optional<RecordedReply> silence;
  private final Map<Branch, NavigableSet<Integer>> asked = new ConcurrentHashMap<>();
  private volatile RecordingMatch match;

  /**
   * @param silence the reply for problems without a recording where they count as unanswered; empty where they are excluded
   */
  RecordedModel(RecordingFile file, ModelInfo info, Optional<RecordedReply> silence) {
    this.file = file;
    this.info = info;
    this.silence = silence;
    this.match = new RecordingMatch(file.recordings(), List.of());
  }

  @Override
  public ModelInfo info() {
    return info;
  }

  @Override
  public Coverage prepare(List<Problem> problems) {
    RecordingMatch prepared = new RecordingMatch(file.recordings(), problems);
    match = prepared;
    Set<String> missing = new HashSet<>();
    Map<String, Coverage.Amendment> amendments = new HashMap<>();
    for (Problem problem : problems) {
      List<Recording> recordings = prepared.of(problem.id());
      if (recordings.isEmpty()) {
        missing.add(problem.id());
      } else {
        amendments.put(problem.id(), recordings.getFirst().amendment());
      }
    }
    if (silence.isEmpty() || missing.isEmpty()) {
      return new Coverage(missing, amendments, prepared.note());
    }
    String unanswered = "; " + missing.size() + " problems without a recording count as unanswered";
    return new Coverage(Set.of(), amendments, prepared.note() + unanswered);
  }

  @Override
  public Generation generate(GenerationRequest request) {
    CallId id = request.id();
    if (isUnanswered(id.problem())) {
      return silence.orElseThrow().generation();
    }
    Recording recording = recording(id.problem(), id.sample());
    List<RecordedReply> replies =
        recording.replies().stream().filter(reply -> reply.branch().equals(id.branch())).toList();
    int rank = rank(id);
    if (rank >= replies.size()) {
      throw failed(
          "the recording has " + replies.size() + " replies for " + id.problem() + " (line " + recording.line()
              + "), and the strategy asked for one more");
    }
    RecordedReply reply = replies.get(rank);
    if (reply.failed()) {
      throw failed("this call failed when it was recorded (line " + recording.line() + ")");
    }
    return reply.generation();
  }

  private boolean isUnanswered(String problem) {
    return silence.isPresent() && match.of(problem).isEmpty();
  }

  private int rank(CallId id) {
    NavigableSet<Integer> ordinals =
        asked.computeIfAbsent(
            new Branch(id.problem(), id.sample(), id.branch()), branch -> new ConcurrentSkipListSet<>());
    ordinals.add(id.ordinal());
    return ordinals.headSet(id.ordinal()).size();
  }

  @Override
  public Set<String> review(Problem problem, int sample, Solution solution) {
    asked.keySet().removeIf(branch -> branch.sample() == sample && branch.problem().equals(problem.id()));
    if (isUnanswered(problem.id())) {
      return Set.of();
    }
    List<String> recorded = recording(problem.id(), sample).executions();
    if (recorded.isEmpty()) {
      return Set.of();
    }
    List<String> live =
        solution.segments().stream().filter(Segment.Output.class::isInstance).map(Segment::text).toList();
    return sameOutputs(recorded, live) ? Set.of() : Set.of("execution-differs");
  }

  private static boolean sameOutputs(List<String> recorded, List<String> live) {
    if (recorded.size() != live.size()) {
      return false;
    }
    for (int i = 0; i < recorded.size(); i++) {
      if (!shown(recorded.get(i)).equals(shown(live.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static String shown(String output) {
    String stripped = output.strip();
    return stripped.equals(EMPTY_EXECUTION) ? "" : stripped;
  }

  private Recording recording(String problem, int sample) {
    List<Recording> recordings = match.of(problem);
    for (Recording recording : recordings) {
      if (recording.sample() == sample) {
        return recording;
      }
    }
    if (sample < recordings.size()) {
      return recordings.get(sample);
    }
    throw failed("no recording of sample " + sample + " of problem " + problem);
  }

  private static LeibnizException failed(String message) {
    return new LeibnizException(ErrorCode.MODEL_FAILED, message);
  }
}
