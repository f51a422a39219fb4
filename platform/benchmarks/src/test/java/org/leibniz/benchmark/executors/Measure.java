package org.leibniz.benchmark.executors;

import java.util.Locale;

/**
 * What one way of running programs took.
 *
 * @param wall seconds
 * @param processor seconds, of all processes
 */
record Measure(String name, int programs, double wall, double processor) {
  /** Work to be measured. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  static Measure of(String name, int programs, Work work) throws Exception {
    double processor = ProcessorTime.seconds();
    long start = System.nanoTime();
    work.run();
    return new Measure(name, programs, (System.nanoTime() - start) / 1e9, ProcessorTime.seconds() - processor);
  }

  double millis() {
    return 1000 * processor / programs;
  }

  String row() {
    return String.format(
        Locale.ROOT, "| %-52s | %6d | %8.1f | %8.1f | %9.2f | %9.1f |", name, programs, wall, processor, millis(), programs / wall);
  }

  static String head() {
    return "| way                                                  |      n |   wall s | processor |  ms each* |  per wall s |\n"
        + "|---|---|---|---|---|---|";
  }
}
