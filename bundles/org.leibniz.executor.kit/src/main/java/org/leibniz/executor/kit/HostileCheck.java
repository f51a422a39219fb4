package org.leibniz.executor.kit;

import java.time.Duration;
import java.util.Optional;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.api.executor.Status;
import org.leibniz.executor.kit.KitProgram.Block;

/**
 * Runs hostile programs and looks whether they harmed anyone: each must end as it may, within its limits and {@link #GRACE},
 * spring none of the traps, and leave an executor that gives right results. Used by one thread.
 *
 * @param executor with the limits below
 * @param timeout processor time of a block
 * @param wall wall time of a block
 */
public record HostileCheck(ProgramExecutor executor, Traps traps, Duration timeout, Duration wall) {
  /** How much later than its limit a block may be ended. */
  public static final Duration GRACE = Duration.ofMillis(250);

  private static final String AFTERWARDS =
      """
      import math, random, sys, threading, decimal
      from sympy import Symbol, solve, sqrt
      x = Symbol('x')
      values = (solve(x**2 - 4, x), x + x, sqrt(8), len('abc'), sum([1, 2]), math.sqrt(16), isinstance('1', int),
                threading.active_count(), str(decimal.Decimal(1) / 3)[:8], int('7'), random.seed(1) or random.randint(1, 9) > 0)
      print(values)
      'x' + 'y'
      """;
  private static final String RIGHT =
      "([-2, 2], 2*x, 2*sqrt(2), 3, 3, 4.0, False, 1, '0.333333', 7, True)\n";

  public Mark run(KitProgram program) {
    long millis = 0;
    Optional<String> complaint = Optional.empty();
    for (Block block : program.blocks()) {
      long start = System.nanoTime();
      Execution execution;
      try (Lateness lateness = new Lateness()) {
        execution = executor.run(traps.baited(block.code()), 0);
        complaint = block.expected().complaint(execution).or(() -> late(execution, lateness.worst()));
      }
      millis += (System.nanoTime() - start) / 1_000_000;
    }
    return new Mark(program, complaint.or(traps::sprung).or(this::afterwards), millis);
  }

  /** Processor time does not depend on what else this machine does; of wall time, what this process itself was late is taken off. */
  private Optional<String> late(Execution execution, Duration own) {
    if (execution.status() != Status.TIMEOUT) {
      return Optional.empty();
    }
    if (execution.cpuMillis() > timeout.plus(GRACE).toMillis()) {
      return Optional.of("ended after " + execution.cpuMillis() + " ms of processor time");
    }
    if (execution.millis() > wall.plus(GRACE).plus(own).toMillis()) {
      return Optional.of("ended after " + execution.millis() + " ms");
    }
    return Optional.empty();
  }

  private Optional<String> afterwards() {
    Execution execution = executor.run(AFTERWARDS, 0);
    return execution.stdout().equals(RIGHT) && execution.value().equals("'xy'")
        ? Optional.empty()
        : Optional.of("the next program gives " + execution.status().id() + ": " + execution.display());
  }
}
