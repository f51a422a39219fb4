package org.leibniz.cli.internal.train;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.leibniz.api.trainer.TrainingListener;
import org.leibniz.api.trainer.TrainingPlan;
import org.leibniz.api.trainer.TrainingStep;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Console.Ink;
import org.leibniz.cli.internal.text.Figures;

/**
 * Shows a training on standard error: on a terminal a bar that is redrawn a few times a second, otherwise a line every ten
 * seconds. Used by the training's thread; {@link #stop} by any.
 */
final class TrainingView implements TrainingListener {
  private static final long REDRAW_NANOS = 200_000_000L;
  private static final long LINE_NANOS = 10_000_000_000L;
  private static final int BAR = 24;
  /** Weight of a new step in the averages that are shown. */
  private static final double RECENT = 0.02;

  private final Console console;
  private final String name;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private TrainingPlan plan;
  private double loss = Double.NaN;
  private double millis = Double.NaN;
  private double tokens = Double.NaN;
  private long all;
  private double wall;
  private long shown;
  private boolean drawn;

  TrainingView(Console console, String name) {
    this.console = console;
    this.name = name;
  }

  /** Ends the training after the step that is under way. */
  void stop() {
    stopped.set(true);
  }

  @Override
  public boolean goesOn() {
    return !stopped.get();
  }

  @Override
  public void started(TrainingPlan now) {
    plan = now;
    String skipped = now.skipped() == 0 ? "" : ", " + Figures.count(now.skipped()) + " left out";
    console.say(
        name + ": " + Figures.count(now.parameters()) + " parameters, vocabulary " + Figures.count(now.vocabulary()) + "; "
            + Figures.count(now.examples()) + " examples of " + Figures.count(now.tokens()) + " tokens" + skipped);
    if (now.firstStep() > 0) {
      console.say("going on after step " + Figures.count(now.firstStep()) + " of " + Figures.count(now.steps()));
    }
    shown = System.nanoTime();
  }

  @Override
  public void stepped(TrainingStep step) {
    loss = recent(loss, step.loss());
    millis = recent(millis, step.millis());
    tokens = recent(tokens, step.tokens());
    all += step.tokens();
    wall += step.millis();
    long now = System.nanoTime();
    boolean last = step.number() == plan.steps();
    if (now - shown < (console.terminal() ? REDRAW_NANOS : LINE_NANOS) && !last) {
      return;
    }
    shown = now;
    clear();
    if (!console.terminal()) {
      console.say(name + ": " + figures(step));
      return;
    }
    int filled = (int) (BAR * step.number() / plan.steps());
    String bar = console.ink(Ink.CYAN, "█".repeat(filled)) + console.ink(Ink.DIM, "░".repeat(BAR - filled));
    console.err().print(bar + "  " + figures(step));
    console.err().flush();
    drawn = true;
  }

  private String figures(TrainingStep step) {
    return Figures.count(step.number()) + "/" + Figures.count(plan.steps())
        + "  loss " + Figures.decimal(loss, 4)
        + "  " + Figures.count(Math.round(1000 * tokens / millis)) + " tokens/s"
        + "  ETA " + Figures.time((plan.steps() - step.number()) * millis / 1000);
  }

  private static double recent(double average, double value) {
    return Double.isNaN(average) ? value : average + RECENT * (value - average);
  }

  @Override
  public void saved(long step, Path checkpoint) {
    if (!console.terminal()) {
      console.say(name + ": checkpoint " + checkpoint);
    }
  }

  private void clear() {
    if (drawn) {
      console.err().print("\r\u001b[2K");
      drawn = false;
    }
  }

  /** Leaves an empty line behind. */
  void end() {
    clear();
  }

  /** Loss over about the last fifty steps; NaN where none was taken. */
  double loss() {
    return loss;
  }

  /** Over all steps of this call, padding not counted; NaN where none was taken. */
  double tokensPerSecond() {
    return all == 0 ? Double.NaN : 1000 * all / wall;
  }
}
