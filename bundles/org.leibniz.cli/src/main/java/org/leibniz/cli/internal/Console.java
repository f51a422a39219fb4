package org.leibniz.cli.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command writes: results to {@code out}, everything else to {@code err}. Thread-safe as far as its streams are.
 *
 * @param terminal whether a person looks at it while it runs
 * @param width columns of the terminal, or those used where there is none
 * @param colours whether escape sequences may be written; never without a terminal
 */
public record Console(PrintStream out, PrintStream err, boolean terminal, int width, boolean colours) {
  private static final int DEFAULT_WIDTH = 120;

  /** Escape sequences for what stands out. */
  public enum Ink {
    BOLD("1"),
    DIM("2"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    CYAN("36");

    private final String code;

    Ink(String code) {
      this.code = code;
    }
  }

  /**
   * The process's own streams, in UTF-8 whatever the locale.
   *
   * @param terminal what the launcher knows; where it says nothing, the JDK is asked
   */
  public static Console ofProcess(Optional<Boolean> terminal, Map<String, String> environment) {
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    boolean interactive = terminal.orElseGet(() -> System.console() != null && System.console().isTerminal());
    boolean dumb = "dumb".equals(environment.get("TERM"));
    boolean colours = interactive && !dumb && environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Console(out, err, interactive && !dumb, width(environment), colours);
  }

  private static int width(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[0-9]{2,4}") ? Math.max(40, Integer.parseInt(columns)) : DEFAULT_WIDTH;
  }

  /** A line of the result. */
  public void line(String text) {
    out.println(text);
  }

  /** A message beside the result. */
  public void say(String text) {
    out.flush();
    err.println(text);
  }

  /** {@code text} in {@code ink}, where colours may be used. */
  public String ink(Ink ink, String text) {
    return colours ? "\u001b[" + ink.code + "m" + text + "\u001b[0m" : text;
  }

  /** Whether nobody reads the results any more, as in {@code leibniz samples … | head}. */
  public boolean closed() {
    return out.checkError();
  }
}
