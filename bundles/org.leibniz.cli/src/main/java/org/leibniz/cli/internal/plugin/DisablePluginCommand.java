package org.leibniz.cli.internal.plugin;

import java.util.concurrent.Callable;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.plugins.InstalledPlugin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Disables a plugin. */
@Command(name = "disable", description = "Makes a plugin unusable until it is enabled again.", footer = "leibniz plugins disable pot")
public final class DisablePluginCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "The plugin's id.")
  String id;

  private final Context context;

  public DisablePluginCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    InstalledPlugin plugin = context.services().pluginAdmin().get().disable(id);
    context.console().line("disabled " + plugin.descriptor().kind().id() + " " + plugin.descriptor().id() + " " + plugin.descriptor().version());
    return ExitStatus.DONE;
  }
}
