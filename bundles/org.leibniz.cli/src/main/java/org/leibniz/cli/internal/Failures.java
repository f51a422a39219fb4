package org.leibniz.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.leibniz.api.LeibnizException;
import org.leibniz.cli.internal.text.Nearest;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.workspace.Workspace;
import picocli.CommandLine;

/** Turns whatever went wrong into one line on standard error and an exit status. */
record Failures(Context context) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  /** A command line that picocli could not parse. */
  int usage(CommandLine.ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName(" ");
    String help = command.indexOf(' ') < 0 ? "leibniz help" : command.replaceFirst("^leibniz ", "leibniz help ");
    String message = e instanceof CommandLine.UnmatchedArgumentException unmatched ? unmatched(unmatched) : e.getMessage();
    say(Printable.oneLine(message) + "; see: " + help);
    return ExitStatus.BAD_INPUT;
  }

  /** Says what was probably meant. */
  private static String unmatched(CommandLine.UnmatchedArgumentException e) {
    CommandLine.Model.CommandSpec spec = e.getCommandLine().getCommandSpec();
    String word = e.getUnmatched().getFirst();
    boolean option = word.startsWith("-");
    boolean command = !option && !spec.subcommands().isEmpty() && spec.positionalParameters().isEmpty();
    String what = option ? "option" : command ? "command" : "place for";
    List<String> known = option ? new ArrayList<>(spec.optionsMap().keySet()) : new ArrayList<>(spec.subcommands().keySet());
    String hint = Nearest.to(word, known).map(near -> "; did you mean '" + near + "'?").orElse("");
    return "no " + what + " '" + word + "'" + hint;
  }

  int report(Throwable failure) {
    if (failure instanceof LeibnizException expected) {
      int status = ExitStatus.of(expected.code());
      boolean unexpected = status == ExitStatus.INTERNAL || status == ExitStatus.FAILURES && expected.getCause() != null;
      say(Printable.oneLine(expected.getMessage()) + (unexpected ? log(failure) : ""));
      return status;
    }
    if (failure instanceof OutOfMemoryError) {
      say("out of memory; give more with: LEIBNIZ_JAVA_OPTS=-Xmx4g leibniz …" + log(failure));
      return ExitStatus.INTERNAL;
    }
    say("internal error: " + Printable.oneLine(failure.toString()) + log(failure));
    return ExitStatus.INTERNAL;
  }

  private void say(String line) {
    context.console().say("leibniz: " + line);
  }

  /** Writes the stack trace where it can be found again and says where. */
  private String log(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    String name = "error-" + STAMP.format(Instant.now()) + ".log";
    for (Path folder : new Path[] {workspaceLogs(), context.home().resolve("logs")}) {
      if (folder == null) {
        continue;
      }
      try {
        Files.createDirectories(folder);
        Path file = Files.writeString(folder.resolve(name), "leibniz " + context.version() + "\n" + trace);
        return "; details in " + file;
      } catch (IOException e) {
        // The next folder may be writable.
      }
    }
    return "; details could not be written to " + context.home().resolve("logs");
  }

  private Path workspaceLogs() {
    try {
      return Workspace.enclosing(context.folder()).map(workspace -> workspace.state().resolve("logs")).orElse(null);
    } catch (RuntimeException | LinkageError e) {
      // Whatever is wrong with the workspace is being reported already.
      return null;
    }
  }
}
