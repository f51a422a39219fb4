package org.leibniz.benchmark.executors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time of this process and all that it started, ended ones included, from {@code /proc}. */
final class ProcessorTime {
  private static final double TICKS_PER_SECOND = 100;

  private ProcessorTime() {}

  static double seconds() {
    ProcessHandle self = ProcessHandle.current();
    return Stream.concat(Stream.of(self), self.descendants()).mapToDouble(process -> ticks(process.pid())).sum() / TICKS_PER_SECOND;
  }

  /** Own time and that of children that were waited for. */
  private static long ticks(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      // From proc(5): utime, stime, cutime, cstime are the fields 14 to 17; the first here is the third.
      return Long.parseLong(fields[11]) + Long.parseLong(fields[12]) + Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
    } catch (IOException e) {
      return 0;
    }
  }
}
