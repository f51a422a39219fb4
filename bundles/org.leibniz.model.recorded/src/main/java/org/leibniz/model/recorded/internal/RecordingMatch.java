package org.leibniz.model.recorded.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.leibniz.api.dataset.Problem;

/**
 * Which recordings belong to which problem: by id, else by the question reduced to letters and digits with repeated
 * questions in order, and records without a question by position.
 */
final class RecordingMatch {
  private final Map<String, List<Recording>> byProblem = new HashMap<>();
  private int byId;
  private int byQuestion;
  private int byPosition;
  private int unused;

  RecordingMatch(List<Recording> recordings, List<Problem> problems) {
    List<Recording> rest = matchIds(recordings, problems);
    rest = matchQuestions(rest, problems);
    rest = matchPositions(rest, problems);
    unused = rest.size();
  }

  List<Recording> of(String problem) {
    return byProblem.getOrDefault(problem, List.of());
  }

  /** How recordings were matched, for people. */
  String note() {
    List<String> how = new ArrayList<>();
    addCount(how, byId, "by id");
    addCount(how, byQuestion, "by question");
    addCount(how, byPosition, "by position");
    return "recordings matched: " + (how.isEmpty() ? "none" : String.join(", ", how))
        + (unused > 0 ? "; " + unused + " without a problem in this run" : "");
  }

  private static void addCount(List<String> to, int n, String how) {
    if (n > 0) {
      to.add(n + " " + how);
    }
  }

  private List<Recording> matchIds(List<Recording> recordings, List<Problem> problems) {
    Map<String, Problem> ids = new HashMap<>();
    problems.forEach(problem -> ids.put(problem.id(), problem));
    List<Recording> rest = new ArrayList<>();
    for (Recording recording : recordings) {
      Problem problem = recording.id().map(ids::get).orElse(null);
      // Publishers number their records from 1, and so may a dataset: an id counts only where the question does not contradict.
      if (problem != null && (recording.question().isEmpty() || sameQuestion(recording, problem))) {
        assign(problem, recording);
        byId++;
      } else {
        rest.add(recording);
      }
    }
    return rest;
  }

  private List<Recording> matchQuestions(List<Recording> recordings, List<Problem> problems) {
    Map<String, Deque<Problem>> open = new HashMap<>();
    Map<String, Problem> last = new HashMap<>();
    for (Problem problem : problems) {
      if (!byProblem.containsKey(problem.id())) {
        open.computeIfAbsent(lettersAndDigits(problem.question()), question -> new ArrayDeque<>()).add(problem);
      }
    }
    List<Recording> rest = new ArrayList<>();
    for (Recording recording : recordings) {
      String question = lettersAndDigits(recording.question());
      Deque<Problem> candidates = question.isEmpty() ? null : open.get(question);
      if (candidates == null) {
        rest.add(recording);
        continue;
      }
      boolean furtherSample = candidates.isEmpty() || (recording.sample() > 0 && last.containsKey(question));
      Problem problem = furtherSample ? last.get(question) : candidates.removeFirst();
      last.put(question, problem);
      assign(problem, recording);
      byQuestion++;
    }
    return rest;
  }

  private List<Recording> matchPositions(List<Recording> recordings, List<Problem> problems) {
    Map<Integer, Problem> positions = new HashMap<>();
    problems.forEach(problem -> positions.put(problem.position(), problem));
    List<Recording> rest = new ArrayList<>();
    for (Recording recording : recordings) {
      Problem problem = positions.get(recording.position());
      boolean nameless = recording.question().isEmpty() && recording.id().isEmpty();
      if (nameless && problem != null && !byProblem.containsKey(problem.id())) {
        assign(problem, recording);
        byPosition++;
      } else {
        rest.add(recording);
      }
    }
    return rest;
  }

  private void assign(Problem problem, Recording recording) {
    byProblem.computeIfAbsent(problem.id(), id -> new ArrayList<>()).add(recording);
  }

  private static boolean sameQuestion(Recording recording, Problem problem) {
    return lettersAndDigits(recording.question()).equals(lettersAndDigits(problem.question()));
  }

  static String lettersAndDigits(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
