package org.leibniz.cli.internal;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Writes {@code docs/cli.md} from the commands' own help. */
final class CommandReference {
  private static final String HEAD =
      """
      # Command line

      Generated from the commands' own help; `leibniz help COMMAND` prints the same. Results go to standard output, everything
      else to standard error. Every reading command takes `--json`: documents or JSON Lines on standard output and nothing else
      there; accuracies, interval ends and differences in JSON are shares from 0 to 1.

      | exit status | |
      |---|---|
      | 0 | done |
      | 1 | finished, with failures to report: samples a model, strategy or grader failed on, a program that did not end well, a run that was stopped, a check that is bad |
      | 2 | bad usage, bad input, or a store that cannot be used; one line on standard error says what and where |
      | 3 | an internal error; one line says where its log lies |

      Which workspace: `--workspace DIR`, else the nearest `workspace.yaml` above the run file, else above the current folder,
      else, for `run`, the run file's own folder, and for reading commands the workspace used last (said on standard error).
      Which run: an id, a unique prefix, a name, or `@last`.

      On a terminal a run shows a bar; elsewhere a line every ten seconds or ten percent, on standard error. Colours are used on
      terminals only and never with `NO_COLOR`. Control characters in texts of models and files are shown as symbols. Ctrl-C
      stops a run when the samples in flight have ended and says how to go on; a second one ends at once.

      `leibniz run WORKSPACE` ends by drawing the workspace's saved charts, `charts/*.yaml`:

      ```yaml
      kind: subjects                 # subjects, levels, heatmap, compare or forest
      runs: [my-cot, my-pot]         # names or ids; a grid's name means its newest runs
      out: subjects.svg              # relative to this file; .svg, .png or .pdf
      title: Accuracy by subject     # these three only where wanted
      theme: dark
      with: published.json           # or withAll, which also draws figures of categories that no run has
      ```

      and, where it has a `published.yaml` ([run files](run-files.md)), with a table of published, listed and its own counts.
      """;

  private CommandReference() {}

  static String markdown() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Path folder = Path.of("");
    Context context = new Context(new Console(nowhere, nowhere, false, 100, false), null, Map.of(), folder, folder, "");
    StringBuilder out = new StringBuilder(HEAD);
    CommandLine all = new Commands(context).all();
    out.append("\n## leibniz\n\n```\n").append(help(all)).append("```\n");
    all.getSubcommands().forEach((name, command) -> append(out, command));
    return out.toString();
  }

  private static void append(StringBuilder out, CommandLine command) {
    String name = command.getCommandSpec().qualifiedName(" ");
    if (name.equals("leibniz help")) {
      return;
    }
    out.append("\n## ").append(name).append("\n\n```\n").append(help(command)).append("```\n");
    command.getSubcommands().values().forEach(sub -> append(out, sub));
  }

  private static String help(CommandLine command) {
    return command.getUsageMessage(Ansi.OFF).replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n{3,}", "\n\n").strip() + "\n";
  }
}
