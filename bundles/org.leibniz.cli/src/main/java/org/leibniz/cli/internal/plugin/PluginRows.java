package org.leibniz.cli.internal.plugin;

import java.util.List;
import java.util.Locale;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.text.Table;
import org.leibniz.plugins.InstalledPlugin;

/** Installed plugins as a table and as JSON Lines. */
record PluginRows(Console console) {
  private static final int SHORT_DIGEST = 12;

  void print(List<InstalledPlugin> plugins) {
    Table table = Table.of("kind", "id", "version", "digest", "state", "from", "why");
    for (InstalledPlugin plugin : plugins) {
      table.row(
          plugin.descriptor().kind().id(),
          plugin.descriptor().id(),
          plugin.descriptor().version(),
          plugin.digest().substring(0, Math.min(SHORT_DIGEST, plugin.digest().length())),
          state(plugin),
          plugin.builtIn() ? "leibniz" : plugin.bundle(),
          plugin.why());
    }
    table.print(console);
  }

  void json(List<InstalledPlugin> plugins) {
    for (InstalledPlugin plugin : plugins) {
      Json.print(
          console,
          Json.object()
              .put("id", plugin.descriptor().id())
              .put("kind", plugin.descriptor().kind().id())
              .put("version", plugin.descriptor().version())
              .put("digest", plugin.digest())
              .put("state", state(plugin))
              .put("why", plugin.why())
              .put("builtIn", plugin.builtIn())
              .put("bundle", plugin.bundle()));
    }
  }

  static String state(InstalledPlugin plugin) {
    return plugin.state().name().toLowerCase(Locale.ROOT);
  }
}
