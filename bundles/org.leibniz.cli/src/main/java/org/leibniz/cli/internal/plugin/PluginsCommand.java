package org.leibniz.cli.internal.plugin;

import java.util.List;
import java.util.concurrent.Callable;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.plugins.InstalledPlugin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what is installed. */
@Command(
    name = "plugins",
    description = {
      "Lists the installed plugins; its subcommands install, remove, enable and disable them and say why one is not active.",
      "",
      "What is changed stays changed. Runs that are going keep the revisions they started with."
    },
    footer = {
      "leibniz plugins",
      "leibniz plugins install target/my-strategy-1.0.jar",
      "leibniz plugins diag",
      "leibniz plugins remove my-strategy"
    })
public final class PluginsCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Write JSON Lines: {id, kind, version, digest, state, why}.")
  boolean json;

  private final Context context;

  public PluginsCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<InstalledPlugin> plugins = context.services().plugins().get().list();
    PluginRows rows = new PluginRows(context.console());
    if (json) {
      rows.json(plugins);
    } else {
      rows.print(plugins);
    }
    return ExitStatus.DONE;
  }
}
