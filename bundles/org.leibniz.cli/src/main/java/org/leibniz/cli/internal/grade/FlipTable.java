package org.leibniz.cli.internal.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leibniz.api.grader.Outcome;
import org.leibniz.store.Grading;
import org.leibniz.store.StoredSample;
import org.leibniz.store.VerdictRecord;

/** Counts how two gradings of one run agree. Used by one thread. */
final class FlipTable {
  /** A sample on which they differ. */
  record Flip(String problem, int sample, String reference, VerdictRecord a, VerdictRecord b) {}

  private final Grading a;
  private final Grading b;
  private final List<Flip> flips = new ArrayList<>();
  private long both;
  private long onlyA;
  private long onlyB;
  private long neither;

  FlipTable(Grading a, Grading b) {
    this.a = a;
    this.b = b;
  }

  /** Samples that one of them has not graded are left out. */
  void add(StoredSample sample) {
    Optional<VerdictRecord> first = verdict(sample, a);
    Optional<VerdictRecord> second = verdict(sample, b);
    if (first.isEmpty() || second.isEmpty()) {
      return;
    }
    boolean correctA = first.get().outcome() == Outcome.CORRECT;
    boolean correctB = second.get().outcome() == Outcome.CORRECT;
    if (correctA && correctB) {
      both++;
    } else if (correctA) {
      onlyA++;
    } else if (correctB) {
      onlyB++;
    } else {
      neither++;
    }
    if (correctA != correctB) {
      flips.add(
          new Flip(sample.problem().id(), sample.sample(), sample.problem().answer(), first.get(), second.get()));
    }
  }

  private static Optional<VerdictRecord> verdict(StoredSample sample, Grading grading) {
    return sample.verdicts().stream()
        .filter(graded -> graded.grading().key() == grading.key())
        .map(StoredSample.GradedVerdict::verdict)
        .findFirst();
  }

  long n() {
    return both + onlyA + onlyB + neither;
  }

  long both() {
    return both;
  }

  long onlyA() {
    return onlyA;
  }

  long onlyB() {
    return onlyB;
  }

  long neither() {
    return neither;
  }

  List<Flip> flips() {
    return List.copyOf(flips);
  }

  /**
   * Cohen's κ (Cohen 1960): agreement beyond what the two shares of correct ones give by chance. NaN where chance alone gives
   * full agreement.
   */
  double kappa() {
    double n = n();
    double observed = (both + neither) / n;
    double shareA = (both + onlyA) / n;
    double shareB = (both + onlyB) / n;
    double chance = shareA * shareB + (1 - shareA) * (1 - shareB);
    return chance == 1 ? Double.NaN : (observed - chance) / (1 - chance);
  }
}
