package org.leibniz.engine.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.plugin.Descriptor;
import org.leibniz.api.plugin.Kind;
import org.leibniz.plugins.InstalledPlugin;
import org.leibniz.plugins.LeasedPlugin;
import org.leibniz.plugins.PluginLease;
import org.leibniz.plugins.Plugins;

/** Plugins that a test lists, each made anew for every lease. */
final class ListedPlugins implements Plugins {
  private record Listed(Descriptor descriptor, Supplier<?> factory, String digest) {}

  private final Map<String, Listed> listed = new TreeMap<>();

  ListedPlugins with(Kind kind, String id, Supplier<?> factory, String... capabilities) {
    Map<String, Object> schema =
        Map.of("type", "object", "properties", Map.of("path", Map.of("type", "string"), "n", Map.of("type", "integer", "default", 3L)));
    return with(new Descriptor(kind, id, id, "1.0", "for tests", schema, Set.of(capabilities)), factory);
  }

  ListedPlugins with(Descriptor descriptor, Supplier<?> factory) {
    listed.put(descriptor.kind() + descriptor.id(), new Listed(descriptor, factory, "digest-of-" + descriptor.id()));
    return this;
  }

  @Override
  public List<InstalledPlugin> list() {
    return listed.values().stream()
        .map(one -> new InstalledPlugin(one.descriptor(), "test", one.digest(), true, InstalledPlugin.State.ACTIVE, ""))
        .toList();
  }

  @Override
  public List<String> ids(Kind kind) {
    return listed.values().stream().map(Listed::descriptor).filter(one -> one.kind() == kind).map(Descriptor::id).sorted().toList();
  }

  @Override
  public Descriptor descriptor(Kind kind, String id) {
    return find(kind, id).descriptor();
  }

  private Listed find(Kind kind, String id) {
    Listed found = listed.get(kind + id);
    if (found == null) {
      throw LeibnizException.usage("no " + kind.id() + " '" + id + "'");
    }
    return found;
  }

  @Override
  public PluginLease lease() {
    List<Object> instances = new ArrayList<>();
    return new PluginLease() {
      @Override
      public <T> LeasedPlugin<T> get(Kind kind, String id, Class<T> type) {
        Listed found = find(kind, id);
        T instance = type.cast(found.factory().get());
        instances.add(instance);
        return new LeasedPlugin<>(instance, found.descriptor(), found.digest());
      }

      @Override
      public void close() {
        instances.clear();
      }
    };
  }
}
