package org.leibniz.platform.console;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.plugin.Kind;
import org.leibniz.plugins.InstalledPlugin;
import org.leibniz.plugins.LeasedPlugin;
import org.leibniz.plugins.PluginAdmin;
import org.leibniz.plugins.PluginLease;
import org.leibniz.plugins.Plugins;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The plugin host for tests, which live outside the framework and share no class with it but the JDK's: a line in, lines out.
 */
@Component(service = Function.class, property = "leibniz.test=console")
public final class PluginConsole implements Function<String, String> {
  private final Plugins plugins;
  private final PluginAdmin admin;
  private final Map<String, PluginLease> leases = new HashMap<>();

  @Activate
  public PluginConsole(@Reference Plugins plugins, @Reference PluginAdmin admin) {
    this.plugins = plugins;
    this.admin = admin;
  }

  @Override
  public synchronized String apply(String line) {
    String[] words = line.split(" ");
    try {
      return switch (words[0]) {
        case "list" -> rows(plugins.list());
        case "ids" -> String.join(" ", plugins.ids(kind(words[1])));
        case "describe" -> plugins.descriptor(kind(words[1]), words[2]).label();
        case "install" -> rows(admin.install(Path.of(words[1])));
        case "remove" -> row(admin.remove(words[1]));
        case "enable" -> row(admin.enable(words[1]));
        case "disable" -> row(admin.disable(words[1]));
        case "diag" -> rows(admin.notActive());
        case "problems" -> String.join("\n", admin.otherProblems());
        case "lease" -> lease(words[1]);
        case "get" -> get(words[1], kind(words[2]), words[3]);
        case "close" -> close(words[1]);
        default -> throw new IllegalArgumentException(line);
      };
    } catch (LeibnizException e) {
      return e.code() + " " + e.getMessage();
    }
  }

  private static Kind kind(String id) {
    return Kind.valueOf(id.toUpperCase(java.util.Locale.ROOT));
  }

  private String lease(String name) {
    leases.put(name, plugins.lease());
    return name;
  }

  private String get(String name, Kind kind, String id) {
    LeasedPlugin<Object> leased = leases.get(name).get(kind, id, Object.class);
    return leased.instance() + " " + leased.digest();
  }

  private String close(String name) {
    leases.remove(name).close();
    return name;
  }

  private static String rows(List<InstalledPlugin> rows) {
    return String.join("\n", rows.stream().map(PluginConsole::row).toList());
  }

  private static String row(InstalledPlugin row) {
    return row.descriptor().kind().id() + "/" + row.descriptor().id() + " " + row.descriptor().version() + " "
        + row.state() + " " + (row.builtIn() ? "built-in" : "user") + " " + row.digest() + " " + row.why();
  }
}
