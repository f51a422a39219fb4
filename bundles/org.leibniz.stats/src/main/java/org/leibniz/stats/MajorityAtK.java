package org.leibniz.stats;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.leibniz.stats.internal.Binomial;
import org.leibniz.stats.internal.CounterRandom;

/**
 * maj@k of one problem: the expected correctness of the most frequent answer among k of its samples, over all k-subsets and
 * not for the first k. Where m answers are equally frequent, each has an m-th of the vote; samples without an answer do not
 * vote, and a subset without any vote is wrong.
 *
 * @param exact whether all subsets were counted; else {@code subsets} of them were drawn with {@code seed}
 */
public record MajorityAtK(double value, boolean exact, long subsets, long seed) {
  private static final long MOST_STEPS = 100_000_000L;

  /** Exact where that is quick, which it is into the hundreds of samples, else by drawing 10,000 subsets. */
  public static Optional<MajorityAtK> of(AnswerGroups groups, int k, long seed) {
    int n = groups.samples();
    if (k < 1) {
      throw new IllegalArgumentException("k = " + k);
    }
    if (n < k) {
      return Optional.empty();
    }
    double subsets = Binomial.choose(n, k);
    long right = groups.correct().stream().filter(correct -> correct).count();
    // Per right answer and count c of it: every other sample once for each total and number of ties.
    double steps = (double) right * (n + groups.sizes().size()) * k * k * (1 + Math.log(k));
    if (subsets > 1e300 || steps > MOST_STEPS) {
      return Optional.of(drawn(groups, k, 10_000, seed));
    }
    long counted = subsets < Long.MAX_VALUE ? (long) subsets : Long.MAX_VALUE;
    return Optional.of(new MajorityAtK(Math.clamp(favourable(groups, k) / subsets, 0.0, 1.0), true, counted, seed));
  }

  /** By drawing subsets, whatever the size. */
  public static MajorityAtK drawn(AnswerGroups groups, int k, int subsets, long seed) {
    int[] members = groups.members();
    double sum = 0;
    for (int subset = 0; subset < subsets; subset++) {
      RandomGenerator random = new CounterRandom(seed, subset);
      int[] votes = new int[groups.sizes().size()];
      for (int i = 0; i < k; i++) {
        int chosen = i + random.nextInt(members.length - i);
        int member = members[chosen];
        members[chosen] = members[i];
        members[i] = member;
        if (member >= 0) {
          votes[member]++;
        }
      }
      sum += share(votes, groups);
    }
    return new MajorityAtK(sum / subsets, false, subsets, seed);
  }

  private static double share(int[] votes, AnswerGroups groups) {
    int most = 1;
    int tied = 0;
    int right = 0;
    for (int group = 0; group < votes.length; group++) {
      if (votes[group] > most) {
        most = votes[group];
        tied = 0;
        right = 0;
      }
      if (votes[group] == most) {
        tied++;
        right += groups.correct().get(group) ? 1 : 0;
      }
    }
    return tied == 0 ? 0 : (double) right / tied;
  }

  /** Number of k-subsets that a right answer wins, ties counted by their share. */
  private static double favourable(AnswerGroups groups, int k) {
    double sum = 0;
    for (int winner = 0; winner < groups.sizes().size(); winner++) {
      if (!groups.correct().get(winner)) {
        continue;
      }
      int size = groups.sizes().get(winner);
      for (int count = 1; count <= Math.min(size, k); count++) {
        double[] ways = waysByTies(groups, winner, count, k - count);
        double shared = 0;
        for (int ties = 0; ties < ways.length; ties++) {
          shared += ways[ties] / (ties + 1);
        }
        sum += Binomial.choose(size, count) * shared;
      }
    }
    return sum;
  }

  /**
   * In how many ways {@code rest} samples can be chosen from all groups but the winner's when none of them gets more than
   * {@code count} votes, by the number of groups that get just as many.
   */
  private static double[] waysByTies(AnswerGroups groups, int winner, int count, int rest) {
    int mostTies = rest / count;
    double[][] ways = new double[rest + 1][mostTies + 1];
    for (int silent = 0; silent <= Math.min(rest, groups.silent()); silent++) {
      ways[silent][0] = Binomial.choose(groups.silent(), silent);
    }
    for (int group = 0; group < groups.sizes().size(); group++) {
      if (group != winner) {
        add(ways, groups.sizes().get(group), count);
      }
    }
    return ways[rest];
  }

  /** Takes in one more group, from the largest totals down so that each is read before it is overwritten. */
  private static void add(double[][] ways, int size, int count) {
    for (int total = ways.length - 1; total >= 0; total--) {
      for (int ties = ways[total].length - 1; ties >= 0; ties--) {
        double sum = 0;
        double combinations = 1;
        for (int votes = 0; votes <= Math.min(Math.min(size, count), total); votes++) {
          int before = votes == count ? ties - 1 : ties;
          if (before >= 0) {
            sum += combinations * ways[total - votes][before];
          }
          combinations = combinations * (size - votes) / (votes + 1);
        }
        ways[total][ties] = sum;
      }
    }
  }
}
