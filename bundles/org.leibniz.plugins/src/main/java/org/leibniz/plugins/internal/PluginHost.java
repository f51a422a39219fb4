package org.leibniz.plugins.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.plugin.Descriptor;
import org.leibniz.api.plugin.Kind;
import org.leibniz.plugins.InstalledPlugin;
import org.leibniz.plugins.InstalledPlugin.State;
import org.leibniz.plugins.PluginAdmin;
import org.leibniz.plugins.PluginLease;
import org.leibniz.plugins.Plugins;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** The plugin host. It is activated when something first asks for a plugin: a command that needs none does not wait for it. */
@Component(service = {Plugins.class, PluginAdmin.class})
public final class PluginHost implements Plugins, PluginAdmin {
  private final BundleContext context;
  private final ServiceComponentRuntime components;
  private final Diagnosis diagnosis;
  private final PluginStore store;
  private final Revisions revisions;
  private final Watcher watcher;

  @Activate
  public PluginHost(BundleContext context, @Reference ServiceComponentRuntime components) {
    this.context = context;
    this.components = components;
    this.diagnosis = new Diagnosis(context, components);
    String home = context.getProperty("leibniz.home");
    this.store =
        new PluginStore(
            home == null || home.isBlank() ? Path.of(System.getProperty("user.home"), ".leibniz") : Path.of(home));
    this.revisions =
        new Revisions(context, store, diagnosis, new Instances(context, diagnosis), builtInDigests(context));
    this.watcher = new Watcher(store, revisions);
    watcher.start();
  }

  /** {@code bundles.sha256} of the distribution: a digest and a file name a line. */
  private static Map<String, String> builtInDigests(BundleContext context) {
    Map<String, String> digests = new HashMap<>();
    String install = context.getProperty("leibniz.install");
    if (install != null) {
      try {
        for (String line : Files.readAllLines(Path.of(install, "bundles.sha256"))) {
          String[] words = line.strip().split("\\s+", 2);
          if (words.length == 2) {
            digests.put(words[1], words[0]);
          }
        }
      } catch (IOException e) {
        // They are computed where they are asked for.
      }
    }
    return digests;
  }

  @Deactivate
  public void stop() {
    watcher.close();
    revisions.close();
  }

  @Override
  public List<InstalledPlugin> list() {
    List<InstalledPlugin> rows = new ArrayList<>();
    revisions.current().forEach((key, revision) -> rows.add(row(key, revision)));
    return rows;
  }

  @Override
  public List<String> ids(Kind kind) {
    return revisions.current().keySet().stream()
        .filter(key -> key.kind() == kind && !isDisabled(key))
        .map(PluginKey::id)
        .sorted()
        .toList();
  }

  @Override
  public Descriptor descriptor(Kind kind, String id) {
    PluginKey key = new PluginKey(kind, id);
    Revision revision = revisions.current().get(key);
    if (revision == null) {
      throw unknown(key);
    }
    requireUsable(key, revision);
    return revision.descriptor(key);
  }

  @Override
  public PluginLease lease() {
    return new Lease(this);
  }

  /** The revision a lease gets, held for it. */
  Revision pin(PluginKey key) {
    Revision revision = revisions.pin(key).orElseThrow(() -> unknown(key));
    try {
      requireUsable(key, revision);
      return revision;
    } catch (LeibnizException e) {
      revisions.unpin(revision);
      throw e;
    }
  }

  void unpin(Revision revision) {
    revisions.unpin(revision);
  }

  <T> Instance<T> instance(Revision revision, PluginKey key, Class<T> type) {
    return revisions.instance(revision, key, type);
  }

  private void requireUsable(PluginKey key, Revision revision) {
    if (isDisabled(key)) {
      throw LeibnizException.usage(key.words() + " is " + disabledReason(key));
    }
    diagnosis
        .of(revision, key)
        .ifPresent(
            finding -> {
              throw LeibnizException.usage(key.words() + " is not active: " + finding.why());
            });
  }

  private LeibnizException unknown(PluginKey key) {
    List<String> ids = ids(key.kind());
    return LeibnizException.usage(
        "no " + key.words() + " is installed" + Nearest.suggestion(key.id(), ids) + " (installed: "
            + (ids.isEmpty() ? "none" : String.join(", ", ids)) + ")");
  }

  private boolean isDisabled(PluginKey key) {
    return watcher.state().disabled().contains(key.toString());
  }

  private static String disabledReason(PluginKey key) {
    return "disabled; to enable it: leibniz plugins enable " + key;
  }

  private InstalledPlugin row(PluginKey key, Revision revision) {
    Optional<Diagnosis.Finding> finding =
        isDisabled(key)
            ? Optional.of(new Diagnosis.Finding(State.DISABLED, disabledReason(key)))
            : diagnosis.of(revision, key);
    return row(key, revision, finding);
  }

  private static InstalledPlugin row(PluginKey key, Revision revision, Optional<Diagnosis.Finding> found) {
    Optional<Diagnosis.Finding> finding = found;
    Descriptor descriptor;
    try {
      descriptor = revision.descriptor(key);
    } catch (LeibnizException e) {
      descriptor =
          new Descriptor(
              key.kind(), key.id(), key.id(), revision.bundle().getVersion().toString(), "", Map.of(), Set.of());
      finding = Optional.of(new Diagnosis.Finding(State.FAILED, e.getMessage()));
    }
    return new InstalledPlugin(
        descriptor,
        revision.bundle().getSymbolicName(),
        revision.digest(),
        revision.builtIn(),
        finding.map(Diagnosis.Finding::state).orElse(State.ACTIVE),
        finding.map(Diagnosis.Finding::why).orElse(""));
  }

  @Override
  public List<InstalledPlugin> install(Path jar) {
    PluginStore.Stored stored = watcher.install(jar, jar.toString(), "", UnaryChange.NONE);
    Revision revision = revisions.loaded(stored.digest()).orElseThrow();
    return revision.keys().stream().map(key -> row(key, revision)).toList();
  }

  @Override
  public InstalledPlugin remove(String id) {
    List<PluginKey> matching = new ArrayList<>(find(id));
    matching.removeIf(key -> revisions.current().get(key).builtIn());
    if (matching.isEmpty()) {
      throw LeibnizException.usage(
          "'" + id + "' belongs to the distribution and cannot be removed; to disable it: leibniz plugins disable " + id);
    }
    PluginKey key = one(id, matching);
    InstalledPlugin row = row(key, revisions.current().get(key));
    watcher.remove(row.bundle());
    return row;
  }

  @Override
  public InstalledPlugin enable(String id) {
    PluginKey key = one(id, find(id));
    watcher.change(state -> state.withEnabled(key));
    return row(key, revisions.current().get(key));
  }

  @Override
  public InstalledPlugin disable(String id) {
    PluginKey key = one(id, find(id));
    watcher.change(state -> state.withDisabled(key));
    return row(key, revisions.current().get(key));
  }

  /** The plugins that {@code written} may mean: {@code kind/id}, or an id of any kind. */
  private List<PluginKey> find(String written) {
    Set<PluginKey> keys = revisions.current().keySet();
    List<PluginKey> matching =
        keys.stream().filter(key -> key.id().equals(written) || key.toString().equals(written)).toList();
    if (matching.isEmpty()) {
      Set<String> ids = new TreeSet<>();
      keys.forEach(key -> ids.add(written.contains("/") ? key.toString() : key.id()));
      throw LeibnizException.usage("no plugin '" + written + "' is installed" + Nearest.suggestion(written, ids));
    }
    return matching;
  }

  private static PluginKey one(String written, List<PluginKey> matching) {
    if (matching.size() > 1) {
      throw LeibnizException.usage(
          "'" + written + "' is the id of several plugins; say which: "
              + String.join(", ", matching.stream().map(PluginKey::toString).toList()));
    }
    return matching.getFirst();
  }

  @Override
  public List<InstalledPlugin> notActive() {
    List<InstalledPlugin> rows =
        new ArrayList<>(
            list().stream().filter(row -> row.state() != State.ACTIVE && row.state() != State.DISABLED).toList());
    for (Revision revision : revisions.waiting()) {
      for (PluginKey key : revision.keys()) {
        diagnosis.of(revision, key).ifPresent(finding -> rows.add(row(key, revision, Optional.of(finding))));
      }
    }
    return rows;
  }

  @Override
  public List<String> otherProblems() {
    List<String> problems = new ArrayList<>();
    Set<Bundle> plugins = new java.util.HashSet<>();
    revisions.current().values().forEach(revision -> plugins.add(revision.bundle()));
    revisions.waiting().forEach(revision -> plugins.add(revision.bundle()));
    for (Bundle bundle : context.getBundles()) {
      if (bundle.getBundleId() == 0 || plugins.contains(bundle)) {
        continue;
      }
      // A library is resolved and not started.
      if (bundle.getState() == Bundle.INSTALLED || bundle.getHeaders("").get("Service-Component") != null) {
        diagnosis.of(bundle).ifPresent(finding -> problems.add(finding.why()));
      }
      for (ComponentDescriptionDTO description : components.getComponentDescriptionDTOs(bundle)) {
        diagnosis.of(description).ifPresent(finding -> problems.add(bundle.getSymbolicName() + ": " + finding.why()));
      }
    }
    watcher
        .state()
        .dropped()
        .forEach(
            (file, dropped) -> {
              if (!dropped.problem().isEmpty()) {
                problems.add(dropped.problem());
              }
            });
    watcher.problem().ifPresent(problems::add);
    return problems;
  }
}
