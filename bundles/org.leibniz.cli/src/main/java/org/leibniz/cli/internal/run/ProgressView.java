package org.leibniz.cli.internal.run;

import java.util.concurrent.locks.ReentrantLock;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Console.Ink;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.cli.internal.text.Printable;

/**
 * Shows progress on standard error until it is closed: on a terminal a bar that is redrawn at most ten times a second,
 * otherwise a line every ten seconds or ten percent.
 */
final class ProgressView implements AutoCloseable {
  private static final long TICK_MILLIS = 120;
  private static final long LINE_NANOS = 10_000_000_000L;
  private static final int BAR = 24;

  private final Console console;
  private final Progress progress;
  private final Pace pace = new Pace();
  private final Thread ticker;
  /** Guards the terminal's line and the fields below. */
  private final ReentrantLock lock = new ReentrantLock();

  private long lastLine = System.nanoTime();
  private long lastPercent;
  private boolean drawn;

  ProgressView(Console console, Progress progress) {
    this.console = console;
    this.progress = progress;
    this.ticker = Thread.ofVirtual().name("leibniz-progress").start(this::tickUntilInterrupted);
  }

  /** Writes a line above the bar. */
  void say(String line) {
    lock.lock();
    try {
      clear();
      console.say(Printable.of(line));
    } finally {
      lock.unlock();
    }
  }

  private void tickUntilInterrupted() {
    try {
      while (true) {
        Thread.sleep(TICK_MILLIS);
        tick(System.nanoTime());
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  private void tick(long now) {
    lock.lock();
    try {
      pace.note(now, progress.committedHere());
      remarks();
      if (console.terminal()) {
        clear();
        console.err().print(bar());
        console.err().flush();
        drawn = true;
        return;
      }
      long percent = progress.total() == 0 ? 0 : 100 * progress.done() / progress.total();
      boolean tenth = percent / 10 > lastPercent / 10 && now - lastLine > LINE_NANOS / 10;
      if (tenth || now - lastLine > LINE_NANOS) {
        console.say(line());
        lastLine = now;
        lastPercent = percent;
      }
    } finally {
      lock.unlock();
    }
  }

  private void remarks() {
    for (String remark = progress.pollRemark(); remark != null; remark = progress.pollRemark()) {
      clear();
      console.say(Printable.oneLine(remark));
    }
  }

  private void clear() {
    if (drawn) {
      console.err().print("\r\u001b[2K");
      drawn = false;
    }
  }

  private String bar() {
    double share = progress.total() == 0 ? 0 : Math.min(1, (double) progress.done() / progress.total());
    int filled = (int) Math.round(share * BAR);
    String bar = console.ink(Ink.CYAN, "█".repeat(filled)) + console.ink(Ink.DIM, "░".repeat(BAR - filled));
    String figures = figures();
    int room = console.width() - BAR - figures.length() - 6;
    return (room > 8 ? Printable.clip(progress.current(), room) + "  " : "") + bar + "  " + figures;
  }

  /** The plain line. */
  String line() {
    return Printable.oneLine(progress.current()) + ": " + figures();
  }

  private String figures() {
    long done = progress.done();
    long total = progress.total();
    double rate = pace.perSecond();
    StringBuilder out = new StringBuilder(Figures.count(done) + "/" + Figures.count(total));
    if (total > 0) {
      out.append("  ").append(100 * done / total).append(" %");
    }
    if (rate > 0) {
      out.append("  ").append(Figures.decimal(rate, rate < 10 ? 1 : 0)).append("/s");
      out.append("  ETA ").append(Figures.time((total - done) / rate));
    }
    if (done > 0) {
      out.append("  accuracy ").append(Figures.percent(progress.accuracy()));
    }
    return out.toString();
  }

  @Override
  public void close() {
    ticker.interrupt();
    try {
      ticker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lock.lock();
    try {
      remarks();
      clear();
    } finally {
      lock.unlock();
    }
  }
}
