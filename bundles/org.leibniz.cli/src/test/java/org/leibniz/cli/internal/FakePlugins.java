package org.leibniz.cli.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.plugin.Descriptor;
import org.leibniz.api.plugin.Kind;
import org.leibniz.plugins.InstalledPlugin;
import org.leibniz.plugins.LeasedPlugin;
import org.leibniz.plugins.PluginLease;
import org.leibniz.plugins.Plugins;

/** Plugins given as instances. */
final class FakePlugins implements Plugins {
  private record Entry(Descriptor descriptor, Object instance) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  FakePlugins put(Kind kind, String id, Object instance, Map<String, Object> properties) {
    return put(kind, id, instance, properties, Set.of());
  }

  FakePlugins put(Kind kind, String id, Object instance, Map<String, Object> properties, Set<String> capabilities) {
    Map<String, Object> schema = Map.of("type", "object", "properties", properties);
    entries.put(
        kind + " " + id, new Entry(new Descriptor(kind, id, "Label of " + id, "1.0.0", "What it does.", schema,
            capabilities), instance));
    return this;
  }

  @Override
  public List<InstalledPlugin> list() {
    return entries.values().stream()
        .map(entry -> new InstalledPlugin(entry.descriptor(), "org.example", "0123456789abcdef", true, InstalledPlugin.State.ACTIVE, ""))
        .toList();
  }

  @Override
  public List<String> ids(Kind kind) {
    return entries.values().stream().map(Entry::descriptor).filter(d -> d.kind() == kind).map(Descriptor::id).sorted().toList();
  }

  @Override
  public Descriptor descriptor(Kind kind, String id) {
    return entry(kind, id).descriptor();
  }

  private Entry entry(Kind kind, String id) {
    Entry entry = entries.get(kind + " " + id);
    if (entry == null) {
      throw LeibnizException.usage("no " + kind.id() + " '" + id + "'");
    }
    return entry;
  }

  @Override
  public PluginLease lease() {
    return new PluginLease() {
      @Override
      public <T> LeasedPlugin<T> get(Kind kind, String id, Class<T> type) {
        Entry entry = entry(kind, id);
        return new LeasedPlugin<>(type.cast(entry.instance()), entry.descriptor(), "0123456789abcdef");
      }

      @Override
      public void close() {}
    };
  }
}
