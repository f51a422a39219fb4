package org.leibniz.cli.internal.plugin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.plugin.Descriptor;
import org.leibniz.api.plugin.Kind;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.cli.internal.Context;
import org.leibniz.plugins.ConfigCheck;
import org.leibniz.plugins.PluginLease;
import org.leibniz.plugins.Plugins;
import org.leibniz.workspace.Overrides;

/** Plugins that a command uses directly, with settings from the command line. */
public record Configured(Context context) {
  /** Settings written as {@code key=value}; {@code option} names the option they came from in messages. */
  public static Config settings(Context context, String option, List<String> written) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String one : written) {
      if (one.indexOf('=') < 1) {
        throw LeibnizException.usage(option + " " + one + ": expected key=value");
      }
      Map.Entry<String, Object> parsed = Overrides.parse(one);
      values.put(parsed.getKey(), parsed.getValue());
    }
    return new Config(values, new Config.Origin(context.folder().toString(), field -> option));
  }

  /** An instance from {@code lease}, its settings checked and completed by their defaults; the lease closes it. */
  public <T extends Plugin> T get(PluginLease lease, Kind kind, String id, Class<T> type, Config settings) {
    T plugin = lease.get(kind, id, type).instance();
    plugin.configure(check(kind, id, settings));
    return plugin;
  }

  /** The settings completed by the schema's defaults; refused where they do not fit it. */
  public Config check(Kind kind, String id, Config settings) {
    Plugins plugins = context.services().plugins().get();
    Descriptor descriptor = plugins.descriptor(kind, id);
    ConfigCheck.check(descriptor, settings);
    Map<String, Object> complete = new LinkedHashMap<>(settings.values());
    if (descriptor.schema().get("properties") instanceof Map<?, ?> properties) {
      properties.forEach(
          (key, property) -> {
            if (property instanceof Map<?, ?> schema && schema.get("default") != null) {
              complete.putIfAbsent(String.valueOf(key), schema.get("default"));
            }
          });
    }
    return settings.with(complete);
  }
}
