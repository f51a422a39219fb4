package org.leibniz.plugins.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * The revisions that are loaded in this process, and which of them is current for each plugin. The user's bundles stand above
 * the distribution's. A revision that is no longer current stays until its last lease ends: uninstalling a bundle discards its
 * class loader at once, whoever still uses it. Thread-safe.
 */
final class Revisions implements AutoCloseable {
  private final BundleContext context;
  private final PluginStore store;
  private final Diagnosis diagnosis;
  private final Instances instances;
  private final Map<String, String> builtInDigests;
  private final List<Revision> builtIn = new ArrayList<>();

  /** One change at a time: loading, choosing and uninstalling; guards {@code loaded} and {@code proven}. */
  private final ReentrantLock changes = new ReentrantLock();

  private final Map<String, Revision> loaded = new HashMap<>();
  private final Set<Revision> proven = new HashSet<>();

  /** Guards {@code current}, {@code wanted}, {@code waiting} and the counts of leases; held for moments only. */
  private final ReentrantLock lock = new ReentrantLock();

  private NavigableMap<PluginKey, Revision> current = new TreeMap<>();
  private Set<Revision> wanted = Set.of();
  private List<Revision> waiting = List.of();

  private final ExecutorService reaper =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("leibniz-plugin-reaper").factory());

  Revisions(
      BundleContext context,
      PluginStore store,
      Diagnosis diagnosis,
      Instances instances,
      Map<String, String> builtInDigests) {
    this.context = context;
    this.store = store;
    this.diagnosis = diagnosis;
    this.instances = instances;
    this.builtInDigests = builtInDigests;
    for (Bundle bundle : context.getBundles()) {
      if (bundle.getBundleId() != 0 && !bundle.getLocation().startsWith(Revision.LOCATION)) {
        Revision revision = new Revision(bundle, builtInDigests);
        if (!revision.keys().isEmpty()) {
          builtIn.add(revision);
        }
      }
    }
  }

  /** Makes this process have what {@code state} says. */
  void apply(StoreState state) {
    changes.lock();
    try {
      NavigableMap<PluginKey, Revision> next = new TreeMap<>();
      builtIn.forEach(revision -> revision.keys().forEach(key -> next.put(key, revision)));
      Set<Revision> needed = new LinkedHashSet<>();
      List<Revision> notWorking = new ArrayList<>();
      // All are installed before any is started: one may need what a later one gives.
      state.digests().forEach(this::install);
      loaded.values().forEach(revision -> start(revision.bundle()));
      for (StoreState.Installed bundle : state.bundles()) {
        Revision newest = loaded.get(bundle.digest());
        Revision previous = bundle.previous().isEmpty() ? null : loaded.get(bundle.previous());
        boolean fallBack = previous != null && (newest == null || !works(newest)) && works(previous);
        Revision chosen = fallBack ? previous : newest;
        if (newest != null) {
          needed.add(newest);
          if (fallBack) {
            notWorking.add(newest);
          } else {
            works(newest);
          }
        }
        if (chosen != null) {
          needed.add(chosen);
          chosen.keys().forEach(key -> next.put(key, chosen));
        }
      }
      lock.lock();
      try {
        current = next;
        wanted = needed;
        waiting = List.copyOf(notWorking);
      } finally {
        lock.unlock();
      }
      List.copyOf(loaded.values()).forEach(this::retire);
    } finally {
      changes.unlock();
    }
  }

  /**
   * Loads a revision beside the others without making it current. It goes away at the next {@link #apply} that does not name
   * it.
   *
   * @return whether all of its plugins work
   * @throws LeibnizException with {@code BAD_INPUT} where the framework refuses it or it would disturb others
   */
  boolean prove(String digest, String shown) {
    changes.lock();
    try {
      Revision revision = install(digest);
      if (revision == null) {
        throw LeibnizException.badInput(shown + ": the platform refuses it as a bundle");
      }
      Optional<String> intrusion = intrusion(revision.bundle());
      if (intrusion.isPresent()) {
        retire(revision);
        throw LeibnizException.badInput(shown + ": " + intrusion.get());
      }
      start(revision.bundle());
      return works(revision);
    } finally {
      changes.unlock();
    }
  }

  private Revision install(String digest) {
    Revision known = loaded.get(digest);
    if (known != null) {
      return known;
    }
    try (InputStream in = Files.newInputStream(store.revision(digest))) {
      Bundle bundle = context.installBundle(Revision.LOCATION + digest, in);
      Revision revision = new Revision(bundle, builtInDigests);
      loaded.put(digest, revision);
      return revision;
    } catch (IOException | BundleException e) {
      return null;
    }
  }

  private static void start(Bundle bundle) {
    if (bundle.getState() == Bundle.ACTIVE) {
      return;
    }
    try {
      bundle.start();
    } catch (BundleException | IllegalStateException e) {
      // Told by the diagnosis, which looks at the state the bundle is left in.
    }
  }

  /** Why a bundle may not be a plugin, seen from what it exports. */
  private static Optional<String> intrusion(Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    Set<String> exported = new HashSet<>();
    revision
        .getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE)
        .forEach(export -> exported.add(String.valueOf(export.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))));
    for (String name : exported) {
      if (name.startsWith("org.leibniz.")) {
        return Optional.of("exports the package " + name + ", which is the platform's; plugins export nothing");
      }
      boolean alsoImported =
          revision.getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE).stream()
              .anyMatch(
                  requirement ->
                      requirement
                          .getDirectives()
                          .getOrDefault(Constants.FILTER_DIRECTIVE, "")
                          .contains("(" + PackageNamespace.PACKAGE_NAMESPACE + "=" + name + ")"));
      if (alsoImported) {
        return Optional.of(
            "exports and imports the package " + name + ", so that a new revision would get the classes of an older one;"
                + " export nothing, or add -noimport:=true");
      }
    }
    return Optional.empty();
  }

  /** Whether an instance of every plugin can be made. Once it could, that is not tried again. */
  private boolean works(Revision revision) {
    if (proven.contains(revision)) {
      return true;
    }
    boolean all = true;
    for (PluginKey key : revision.keys()) {
      all &= instances.canBeMade(revision, key);
    }
    if (all) {
      proven.add(revision);
    }
    return all;
  }

  NavigableMap<PluginKey, Revision> current() {
    lock.lock();
    try {
      return current;
    } finally {
      lock.unlock();
    }
  }

  /** Newer revisions that do not work. */
  List<Revision> waiting() {
    lock.lock();
    try {
      return waiting;
    } finally {
      lock.unlock();
    }
  }

  Optional<Revision> loaded(String digest) {
    changes.lock();
    try {
      return Optional.ofNullable(loaded.get(digest));
    } finally {
      changes.unlock();
    }
  }

  /** The current revision of a plugin, kept until {@link #unpin}. */
  Optional<Revision> pin(PluginKey key) {
    lock.lock();
    try {
      Revision revision = current.get(key);
      if (revision != null) {
        revision.lease();
      }
      return Optional.ofNullable(revision);
    } finally {
      lock.unlock();
    }
  }

  void unpin(Revision revision) {
    lock.lock();
    try {
      revision.release();
      if (revision.leased() || revision.builtIn() || wanted.contains(revision)) {
        return;
      }
    } finally {
      lock.unlock();
    }
    try {
      // Not here: the caller may hold up a change, or be held up by one.
      reaper.execute(() -> reap(revision));
    } catch (RejectedExecutionException e) {
      // The platform is going away, and every bundle with it.
    }
  }

  private void reap(Revision revision) {
    changes.lock();
    try {
      retire(revision);
    } finally {
      changes.unlock();
    }
  }

  /** Uninstalls a revision that is neither wanted nor leased. Call with {@code changes} held. */
  private void retire(Revision revision) {
    lock.lock();
    try {
      if (revision.leased() || wanted.contains(revision)) {
        return;
      }
    } finally {
      lock.unlock();
    }
    if (!loaded.remove(revision.digest(), revision)) {
      return;
    }
    proven.remove(revision);
    try {
      revision.bundle().uninstall();
      FrameworkWiring wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
      // Without a refresh the framework keeps the class loader for those that are wired to it.
      wiring.refreshBundles(List.of(revision.bundle()));
    } catch (IllegalStateException e) {
      // The platform is going away, and every bundle with it.
    } catch (BundleException e) {
      System.getLogger("org.leibniz.plugins")
          .log(System.Logger.Level.WARNING, () -> "cannot uninstall " + revision + ": " + Diagnosis.rootCause(e));
    }
  }

  /** Like {@link Diagnosis#of(Revision, PluginKey)}. */
  Optional<Diagnosis.Finding> finding(Revision revision, PluginKey key) {
    return diagnosis.of(revision, key);
  }

  <T> Instance<T> instance(Revision revision, PluginKey key, Class<T> type) {
    return instances
        .make(revision, key, type)
        .orElseThrow(
            () ->
                new LeibnizException(
                    ErrorCode.PLUGIN_FAILED,
                    key.words() + ": " + finding(revision, key).map(Diagnosis.Finding::why).orElse("cannot be made")));
  }

  @Override
  public void close() {
    reaper.shutdown();
  }
}
