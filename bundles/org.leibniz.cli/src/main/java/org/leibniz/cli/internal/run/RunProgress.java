package org.leibniz.cli.internal.run;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.leibniz.api.grader.Outcome;
import org.leibniz.engine.RunListener;
import org.leibniz.store.RunRow;
import org.leibniz.store.SampleKey;

/**
 * Counts what one or several runs commit, all of them together. Thread-safe: written by the engine's threads, read by the
 * view's.
 */
final class RunProgress implements RunListener, Progress {
  private final List<Long> planned;
  private final AtomicLong total;
  private final LongAdder done = new LongAdder();
  private final LongAdder correct = new LongAdder();
  private final LongAdder here = new LongAdder();
  private final ConcurrentLinkedQueue<String> remarks = new ConcurrentLinkedQueue<>();
  private volatile int position = -1;
  private volatile String current = "";

  /** @param planned samples each run will make, in order */
  RunProgress(List<Long> planned) {
    this.planned = List.copyOf(planned);
    this.total = new AtomicLong(planned.stream().mapToLong(Long::longValue).sum());
  }

  /** Called before each run, by the thread that runs them. */
  void next(String name) {
    position++;
    current = planned.size() == 1 ? name : (position + 1) + "/" + planned.size() + " " + name;
  }

  @Override
  public void started(RunRow run, long expected, long already, long alreadyCorrect) {
    total.addAndGet(expected - planned.get(Math.max(0, position)));
    done.add(already);
    correct.add(alreadyCorrect);
    if (already > 0) {
      remark("going on with run " + run.id() + ": " + already + " of " + expected + " samples are there already");
    }
  }

  @Override
  public void committed(SampleKey key, Outcome outcome, long millis) {
    done.increment();
    here.increment();
    if (outcome == Outcome.CORRECT) {
      correct.increment();
    }
  }

  @Override
  public void remark(String line) {
    remarks.add(line);
  }

  @Override
  public String pollRemark() {
    return remarks.poll();
  }

  @Override
  public String current() {
    return current;
  }

  @Override
  public long total() {
    return total.get();
  }

  @Override
  public long done() {
    return done.sum();
  }

  @Override
  public long committedHere() {
    return here.sum();
  }

  @Override
  public double accuracy() {
    long n = done();
    return n == 0 ? Double.NaN : (double) correct.sum() / n;
  }
}
