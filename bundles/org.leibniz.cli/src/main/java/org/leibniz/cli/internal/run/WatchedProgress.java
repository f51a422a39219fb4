package org.leibniz.cli.internal.run;

import org.leibniz.cli.internal.summary.Tally;
import org.leibniz.store.RunRow;

/** Progress of a run in another process, as the store tells it. */
final class WatchedProgress implements Progress {
  private final String name;
  private final long total;
  private volatile long first = -1;
  private volatile long done;
  private volatile long correct;

  WatchedProgress(RunRow run) {
    this.name = run.name();
    this.total = (long) run.problems() * run.samplesPerProblem();
  }

  void read(Tally all) {
    correct = all.correct();
    done = all.n();
    first = first < 0 ? done : first;
  }

  @Override
  public String current() {
    return name;
  }

  @Override
  public long total() {
    return total;
  }

  @Override
  public long done() {
    return done;
  }

  @Override
  public long committedHere() {
    return Math.max(0, done - Math.max(0, first));
  }

  @Override
  public double accuracy() {
    return done == 0 ? Double.NaN : (double) correct / done;
  }
}
