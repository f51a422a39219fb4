package org.leibniz.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * The samples of one problem by answer, equal ones together.
 *
 * @param sizes how many samples gave each answer, at least 1
 * @param correct whether that answer is right; as long as {@code sizes}
 * @param silent samples without an answer, which have no vote
 */
public record AnswerGroups(List<Integer> sizes, List<Boolean> correct, int silent) {
  public AnswerGroups {
    sizes = List.copyOf(sizes);
    correct = List.copyOf(correct);
    if (sizes.size() != correct.size() || silent < 0 || sizes.stream().anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException("groups of " + sizes + " with correctness " + correct + ", " + silent + " silent");
    }
  }

  /**
   * Groups by the grader's equality, not by spelling. Each answer joins the first group whose first answer it equals, so the
   * number of comparisons is at most samples × groups and an equality that is not transitive still gives one result.
   *
   * @param answers one a sample, empty where none was given
   */
  public static <T> AnswerGroups of(
      List<Optional<T>> answers, BiPredicate<? super T, ? super T> same, Predicate<? super T> correct) {
    List<T> first = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    int silent = 0;
    for (Optional<T> answer : answers) {
      if (answer.isEmpty()) {
        silent++;
        continue;
      }
      int group = 0;
      while (group < first.size() && !same.test(first.get(group), answer.get())) {
        group++;
      }
      if (group == first.size()) {
        first.add(answer.get());
        sizes.add(1);
      } else {
        sizes.set(group, sizes.get(group) + 1);
      }
    }
    List<Boolean> right = new ArrayList<>();
    first.forEach(answer -> right.add(correct.test(answer)));
    return new AnswerGroups(sizes, right, silent);
  }

  public int samples() {
    return silent + sizes.stream().mapToInt(Integer::intValue).sum();
  }

  /** The group of each sample, −1 for silent ones. */
  int[] members() {
    int[] members = new int[samples()];
    Arrays.fill(members, -1);
    int next = 0;
    for (int group = 0; group < sizes.size(); group++) {
      Arrays.fill(members, next, next + sizes.get(group), group);
      next += sizes.get(group);
    }
    return members;
  }
}
