package org.leibniz.cli.internal.plugin;

import java.util.concurrent.Callable;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.plugins.InstalledPlugin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Enables a plugin. */
@Command(name = "enable", description = "Makes a disabled plugin usable again.", footer = "leibniz plugins enable pot")
public final class EnablePluginCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "The plugin's id.")
  String id;

  private final Context context;

  public EnablePluginCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    InstalledPlugin plugin = context.services().pluginAdmin().get().enable(id);
    context.console().line("enabled " + plugin.descriptor().kind().id() + " " + plugin.descriptor().id() + " " + plugin.descriptor().version());
    return ExitStatus.DONE;
  }
}
