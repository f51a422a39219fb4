package org.leibniz.cli.internal.plugin;

import java.util.List;
import java.util.concurrent.Callable;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.plugins.InstalledPlugin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says why plugins are not active. */
@Command(
    name = "diag",
    description = "Says in one line each why a plugin is not active: which requirement is not met, and what could meet it.",
    footer = "leibniz plugins diag")
public final class PluginDiagnosisCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Write JSON Lines: {id, kind, version, digest, state, why}.")
  boolean json;

  private final Context context;

  public PluginDiagnosisCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<InstalledPlugin> plugins = context.services().pluginAdmin().get().notActive();
    if (json) {
      new PluginRows(context.console()).json(plugins);
    } else {
      plugins.forEach(
          plugin ->
              context
                  .console()
                  .line(
                      Printable.oneLine(
                          plugin.descriptor().kind().id() + " " + plugin.descriptor().id() + ": "
                              + PluginRows.state(plugin) + ": " + plugin.why())));
    }
    List<String> others = context.services().pluginAdmin().get().otherProblems();
    others.forEach(line -> say(Printable.oneLine(line)));
    if (plugins.isEmpty() && others.isEmpty()) {
      context.console().say("every plugin is active");
    }
    boolean broken = !others.isEmpty() || plugins.stream().anyMatch(plugin -> plugin.state() != InstalledPlugin.State.DISABLED);
    return broken ? ExitStatus.FAILURES : ExitStatus.DONE;
  }

  /** What belongs to no plugin is a message where only plugins are wanted. */
  private void say(String line) {
    if (json) {
      context.console().say(line);
    } else {
      context.console().line(line);
    }
  }
}
