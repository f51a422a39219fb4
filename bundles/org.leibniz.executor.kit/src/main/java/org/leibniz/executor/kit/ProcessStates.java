package org.leibniz.executor.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether processes of others run. */
public final class ProcessStates {
  private ProcessStates() {}

  /** False also for a process that has ended and that its parent has not asked about yet, where the system tells. */
  public static boolean isRunning(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return !stat.startsWith(") Z", stat.lastIndexOf(')'));
    } catch (IOException _) {
      return process.isAlive();
    }
  }
}
