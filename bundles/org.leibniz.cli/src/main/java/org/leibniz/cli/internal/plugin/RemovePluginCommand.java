package org.leibniz.cli.internal.plugin;

import java.util.concurrent.Callable;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.plugins.InstalledPlugin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a plugin. */
@Command(name = "remove", description = "Removes a plugin's bundle; runs that use it keep it until they end.", footer = "leibniz plugins remove my-strategy")
public final class RemovePluginCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "The plugin's id.")
  String id;

  private final Context context;

  public RemovePluginCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    InstalledPlugin plugin = context.services().pluginAdmin().get().remove(id);
    context.console().line("removed " + plugin.descriptor().kind().id() + " " + plugin.descriptor().id() + " " + plugin.descriptor().version());
    return ExitStatus.DONE;
  }
}
