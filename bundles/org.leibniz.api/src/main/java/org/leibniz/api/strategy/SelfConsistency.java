package org.leibniz.api.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Self-consistency (Wang et al. 2022, arXiv 2203.11171): several solutions, each in a branch of its own, and the answer that
 * most of them give. Answers are grouped by the run's first grader; of equally frequent ones the earliest wins; solutions
 * without an answer do not vote.
 *
 * @param votes how many solutions; 1 solves in the session itself, without branches
 */
public record SelfConsistency(int votes) {
  /** Answers that are the same, and the first solution that gave one. */
  private record Group(String answer, Solution solution, List<Integer> voters) {}

  /** Solves {@code votes} times and keeps the solution whose answer won, with the transcripts of all. */
  public Solution solve(Session session, Function<Session, Solution> once) {
    if (votes == 1) {
      return once.apply(session);
    }
    List<Segment> transcripts = new ArrayList<>();
    List<Group> groups = new ArrayList<>();
    Solution last = null;
    for (int vote = 0; vote < votes; vote++) {
      last = once.apply(session.branch("vote-" + vote));
      transcripts.addAll(last.segments());
      count(session.answers(), last, vote, groups);
    }
    Solution winner = winner(groups).orElse(last);
    return new Solution(transcripts, winner.completion(), winner.ending());
  }

  private static void count(Answers answers, Solution solution, int vote, List<Group> groups) {
    Optional<String> answer = answers.extract(solution).answer();
    if (answer.isEmpty()) {
      return;
    }
    for (Group group : groups) {
      if (answers.same(group.answer(), answer.get())) {
        group.voters().add(vote);
        return;
      }
    }
    groups.add(new Group(answer.get(), solution, new ArrayList<>(List.of(vote))));
  }

  private static Optional<Solution> winner(List<Group> groups) {
    Group most = null;
    for (Group group : groups) {
      if (most == null || group.voters().size() > most.voters().size()) {
        most = group;
      }
    }
    return Optional.ofNullable(most).map(Group::solution);
  }
}
