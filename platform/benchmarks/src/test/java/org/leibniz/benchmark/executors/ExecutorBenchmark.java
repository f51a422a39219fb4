package org.leibniz.benchmark.executors;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.leibniz.api.Config;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.api.executor.Status;
import org.leibniz.executor.cpython.internal.CPythonExecutor;
import org.leibniz.executor.cpython.internal.ForkServers;
import org.leibniz.executor.graalpy.internal.GraalPyExecutor;
import org.leibniz.executor.graalpy.internal.WorkerPools;

/**
 * Measures the executors and the plain ways to run Python side by side: the script {@code executors} beside this module's
 * {@code pom.xml} starts it.
 */
public final class ExecutorBenchmark {
  private static final int ROUNDS = Integer.getInteger("leibniz.rounds", 3);
  private static final int PROGRAMS = Integer.getInteger("leibniz.programs", Integer.MAX_VALUE);
  private static final int FRESH = 100;
  private static final int MANY = Integer.getInteger("leibniz.many", 20_000);
  private static final int EVERY = 20;
  private static final String ENDLESS = "while True:\n    pass";

  private final Path corpora;
  private final Path python;
  private final Path script;
  private final int workers = Runtime.getRuntime().availableProcessors();

  private ExecutorBenchmark(Path corpora, Path python, Path script) {
    this.corpora = corpora;
    this.python = python;
    this.script = script;
  }

  /** {@code ExecutorBenchmark CORPORA PYTHON FORK_POOL.py PART...} with the parts {@code tora gsm8k timeouts flat cold}. */
  public static void main(String[] arguments) throws Exception {
    ExecutorBenchmark benchmark = new ExecutorBenchmark(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
    for (String part : List.of(arguments).subList(3, arguments.length)) {
      switch (part) {
        case "tora" -> benchmark.tora();
        case "gsm8k" -> benchmark.gsm8k();
        case "timeouts" -> benchmark.timeouts();
        case "flat" -> benchmark.flat();
        case "cold" -> benchmark.cold();
        default -> throw new IllegalArgumentException(part + ": expected tora, gsm8k, timeouts, flat or cold");
      }
      System.out.println();
    }
    System.out.println("* processor time of all processes, which other work on the machine does not stretch; wall time does");
  }

  private static ProgramExecutor ready(ProgramExecutor executor, Map<String, Object> settings) {
    executor.configure(Config.of(settings));
    executor.run("from sympy import symbols, solve\nx = symbols('x')\nsolve(x - 1, x)", 0);
    return executor;
  }

  /** ToRA-70B's programs: cpython, a plain fork pool and fresh processes in turn. */
  private void tora() throws Exception {
    System.out.println("ToRA-70B, GSM8K: one program a session\n");
    try (ForkServers servers = new ForkServers()) {
      ProgramExecutor cpython = ready(new CPythonExecutor(servers), Map.of("timeout", "2s"));
      Sessions sessions = new Sessions(cpython);
      List<String> programs = new ArrayList<>();
      Programs.tora(corpora).stream().limit(PROGRAMS).forEach(programs::add);
      List<Execution> first = sessions.run(single(programs));
      for (int i = first.size() - 1; i >= 0; i--) {
        if (first.get(i).status() == Status.TIMEOUT) {
          System.out.println("never ends, left out below: program " + i + ", reported timeout after " + first.get(i).cpuMillis() + " ms");
          programs.remove(i);
        }
      }
      System.out.println("\n" + Measure.head());
      List<Measure> ours = new ArrayList<>();
      List<Measure> pool = new ArrayList<>();
      List<Measure> fresh = new ArrayList<>();
      List<Measure> bare = new ArrayList<>();
      List<String> few = programs.subList(0, Math.min(FRESH, programs.size()));
      int agree = 0;
      for (int round = 0; round < ROUNDS; round++) {
        List<Execution> executions = new ArrayList<>();
        ours.add(shown(Measure.of("cpython, sandboxed sessions", programs.size(), () -> executions.addAll(sessions.run(single(programs))))));
        List<String> outputs = new ArrayList<>();
        try (PlainPython plain = new PlainPython(python, script, "pool", workers, programs)) {
          pool.add(shown(Measure.of("plain fork pool, warm, no sandbox, no limits", programs.size(), () -> outputs.addAll(plain.run()))));
        }
        agree = agreeing(executions, outputs);
        fresh.add(plain("fresh", "fresh process that imports sympy", few));
        bare.add(plain("bare", "fresh process, the program alone", few));
      }
      System.out.println();
      ratio("plain fork pool : cpython", pool, ours);
      ratio("fresh process with sympy : cpython", fresh, ours);
      ratio("fresh bare process : cpython", bare, ours);
      System.out.println("outputs equal to the fork pool's: " + agree + " of " + programs.size());
    }
  }

  private Measure plain(String way, String name, List<String> programs) throws Exception {
    try (PlainPython plain = new PlainPython(python, script, way, workers, programs)) {
      return shown(Measure.of(name, programs.size(), plain::run));
    }
  }

  private static int agreeing(List<Execution> executions, List<String> outputs) {
    int equal = 0;
    for (int i = 0; i < outputs.size(); i++) {
      equal += executions.get(i).stdout().equals(outputs.get(i)) ? 1 : 0;
    }
    return equal;
  }

  /** MathCoder's blocks of GSM8K: graalpy against cpython. */
  private void gsm8k() throws Exception {
    System.out.println("MathCoder-L-70B, GSM8K: notebook sessions\n\n" + Measure.head());
    List<List<String>> all = Programs.mathCoder(corpora).stream().filter(blocks -> !blocks.isEmpty()).toList();
    List<List<String>> some = all.subList(0, Math.min(600, Math.min(PROGRAMS, all.size())));
    try (ForkServers servers = new ForkServers()) {
      WorkerPools pools = new WorkerPools();
      Sessions cpython = new Sessions(ready(new CPythonExecutor(servers), Map.of("timeout", "10s")));
      Sessions graalpy = new Sessions(ready(new GraalPyExecutor(pools), Map.of("timeout", "10s", "workers", (long) workers)));
      graalpy.run(all.subList(all.size() - 200, all.size()));
      List<Measure> a = new ArrayList<>();
      List<Measure> b = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        a.add(shown(Measure.of("cpython", some.size(), () -> cpython.run(some))));
        b.add(shown(Measure.of("graalpy", some.size(), () -> graalpy.run(some))));
      }
      System.out.println();
      ratio("graalpy : cpython", b, a);
      pools.close();
    }
  }

  /** What it costs that one program in twenty never ends. */
  private void timeouts() throws Exception {
    System.out.println("One program in " + EVERY + " never ends (timeout 1 s)\n\n" + Measure.head());
    List<List<String>> programs = single(Programs.tora(corpora)).subList(0, Math.min(600, PROGRAMS));
    List<List<String>> mixed = new ArrayList<>(programs);
    for (int i = 0; i < mixed.size(); i += EVERY) {
      mixed.set(i, List.of(ENDLESS));
    }
    int endless = (mixed.size() + EVERY - 1) / EVERY;
    try (ForkServers servers = new ForkServers()) {
      timeouts("cpython", new Sessions(ready(new CPythonExecutor(servers), Map.of("timeout", "1s"))), programs, mixed, endless);
    }
    WorkerPools pools = new WorkerPools();
    timeouts(
        "graalpy", new Sessions(ready(new GraalPyExecutor(pools), Map.of("timeout", "1s", "workers", (long) workers))), programs, mixed,
        endless);
    pools.close();
  }

  private void timeouts(String name, Sessions sessions, List<List<String>> programs, List<List<String>> mixed, int endless)
      throws Exception {
    Measure without = shown(Measure.of(name + ", all end", programs.size(), () -> sessions.run(programs)));
    Measure with = shown(Measure.of(name + ", " + endless + " are killed", mixed.size(), () -> sessions.run(mixed)));
    double waiting = endless * 1.0;
    System.out.printf(
        Locale.ROOT, "%s: without the %.0f s that the killed ones may use, %.2f times the processor time, %.2f times the wall time%n", name,
        waiting, (with.processor() - waiting) / without.processor(), (with.wall() - waiting / workers) / without.wall());
  }

  /** 20,000 programs, and what the host holds. */
  private void flat() throws InterruptedException, ExecutionException {
    System.out.println("Memory of the host over " + MANY + " programs on each executor\n");
    WorkerPools pools = new WorkerPools();
    try (ForkServers servers = new ForkServers()) {
      flat("cpython", ready(new CPythonExecutor(servers), Map.of()));
      flat("graalpy", ready(new GraalPyExecutor(pools), Map.of("workers", (long) workers)));
    }
    pools.close();
  }

  private static void flat(String name, ProgramExecutor executor) throws InterruptedException, ExecutionException {
    List<List<String>> programs = Collections.nCopies(MANY / 20, List.of("x = [n * n for n in range(50)]\nprint(x)\nsum(x)"));
    Sessions sessions = new Sessions(executor);
    for (int i = 0; i <= 20; i++) {
      if (i > 0) {
        sessions.run(programs);
      }
      if (i % 5 == 1 || i == 20) {
        System.out.printf(Locale.ROOT, "%s after %6d programs: %6.1f MiB held%n", name, i * MANY / 20, held() / 1048576.0);
      }
    }
  }

  private static long held() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** From nothing to the first result. */
  private void cold() throws Exception {
    System.out.println("First result of a cold pool\n\n" + Measure.head());
    for (int round = 0; round < ROUNDS; round++) {
      WorkerPools pools = new WorkerPools();
      shown(Measure.of("graalpy, arithmetic", 1, () -> first(new GraalPyExecutor(pools), "6 * 7")));
      pools.close();
      WorkerPools others = new WorkerPools();
      String solve = "from sympy import symbols, solve\nx = symbols('x')\nsolve(x**2 - 5*x + 6, x)";
      shown(Measure.of("graalpy, sympy", 1, () -> first(new GraalPyExecutor(others), solve)));
      others.close();
      try (ForkServers servers = new ForkServers()) {
        shown(Measure.of("cpython, sympy", 1, () -> first(new CPythonExecutor(servers), solve)));
      }
    }
  }

  private static void first(ProgramExecutor executor, String program) {
    executor.configure(Config.of(Map.of("workers", 1L)));
    Execution execution = executor.run(program, 0);
    if (!execution.succeeded()) {
      throw new IllegalStateException(execution.display());
    }
  }

  private static List<List<String>> single(List<String> programs) {
    return programs.stream().map(List::of).toList();
  }

  private static Measure shown(Measure measure) {
    System.out.println(measure.row());
    return measure;
  }

  private static void ratio(String name, List<Measure> above, List<Measure> below) {
    System.out.printf(
        Locale.ROOT, "%s = %.2f in processor time, %.2f in wall time (medians of %d rounds)%n", name, median(above, true) / median(below, true),
        median(above, false) / median(below, false), above.size());
  }

  private static double median(List<Measure> measures, boolean processor) {
    List<Double> each =
        measures.stream().map(measure -> (processor ? measure.processor() : measure.wall()) / measure.programs()).sorted().toList();
    return each.get(each.size() / 2);
  }
}
