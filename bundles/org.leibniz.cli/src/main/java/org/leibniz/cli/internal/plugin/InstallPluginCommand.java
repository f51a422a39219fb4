package org.leibniz.cli.internal.plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.leibniz.api.LeibnizException;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.plugins.InstalledPlugin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Installs a plugin. */
@Command(
    name = "install",
    description = "Copies a plugin's jar into the plugin store and makes it the current revision of its plugins.",
    footer = "leibniz plugins install target/my-strategy-1.0.jar")
public final class InstallPluginCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE.jar", description = "Bundles with plugin descriptors.")
  List<String> jars = List.of();

  private final Context context;

  public InstallPluginCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    boolean active = true;
    for (String jar : jars) {
      Path file = context.path(jar);
      if (!Files.isRegularFile(file)) {
        throw LeibnizException.badInput(Path.of(jar), 0, "", "no such file");
      }
      for (InstalledPlugin plugin : context.services().pluginAdmin().get().install(file)) {
        boolean works = plugin.state() == InstalledPlugin.State.ACTIVE;
        active &= works;
        context
            .console()
            .line(
                "installed " + plugin.descriptor().kind().id() + " " + plugin.descriptor().id() + " "
                    + plugin.descriptor().version() + (works ? "" : ", " + PluginRows.state(plugin) + ": " + plugin.why()));
      }
    }
    return active ? ExitStatus.DONE : ExitStatus.FAILURES;
  }
}
