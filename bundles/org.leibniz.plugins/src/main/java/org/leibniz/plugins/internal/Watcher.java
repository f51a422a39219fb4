package org.leibniz.plugins.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.leibniz.api.LeibnizException;

/**
 * Brings the stored state and this process together: at the start, when this process changes it, when another one did, and
 * when files come and go in the drop folder. Polls; notifications of file systems are lost too easily to rely on. Thread-safe.
 */
final class Watcher implements AutoCloseable {
  private static final long POLL_MILLIS = 500;
  private static final long FIRST_SCAN_MILLIS = 100;
  private static final int FIRST_SCANS = 12;

  private final PluginStore store;
  private final Revisions revisions;
  private final DropFolder folder;

  /** One change of the state at a time; guards {@code mark} and {@code folder}. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Thread thread = Thread.ofPlatform().daemon().name("leibniz-plugins-watcher").unstarted(this::watch);
  private String mark = "";
  private volatile StoreState state = StoreState.EMPTY;
  private volatile String problem = "";
  private volatile boolean closed;

  Watcher(PluginStore store, Revisions revisions) {
    this.store = store;
    this.revisions = revisions;
    this.folder = new DropFolder(store.dropFolder());
  }

  /** Loads what is there, waiting about a second for a jar that is just being dropped, and goes on watching. */
  void start() {
    poll(true);
    try {
      for (int i = 0; i < FIRST_SCANS && poll(false); i++) {
        Thread.sleep(FIRST_SCAN_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.start();
  }

  StoreState state() {
    return state;
  }

  /** What is wrong with the stored state itself, empty where nothing is. */
  Optional<String> problem() {
    return problem.isEmpty() ? Optional.empty() : Optional.of(problem);
  }

  /**
   * Takes a jar in and makes it current where it works, or where nothing older of its name does.
   *
   * @param shown what to call the jar in messages
   * @param file its name in the drop folder, or empty
   * @param also a change to make with it
   */
  PluginStore.Stored install(Path jar, String shown, String file, UnaryOperator<StoreState> also) {
    lock.lock();
    try {
      PluginStore.Stored stored = store.copyIn(jar);
      boolean works = revisions.prove(stored.digest(), shown);
      change(state -> also.apply(state.with(installed(state, stored, file, works))));
      return stored;
    } finally {
      lock.unlock();
    }
  }

  private static StoreState.Installed installed(StoreState state, PluginStore.Stored stored, String file, boolean works) {
    String name = stored.jar().symbolicName();
    String previous =
        works
            ? ""
            : state
                .bundle(name)
                .map(bundle -> bundle.previous().isEmpty() ? bundle.digest() : bundle.previous())
                .filter(digest -> !digest.equals(stored.digest()))
                .orElse("");
    return new StoreState.Installed(name, stored.digest(), previous, file);
  }

  /** Forgets a bundle, and deletes the jar it came from where that lies in the drop folder. */
  void remove(String bundle) {
    lock.lock();
    try {
      String file = store.read().bundle(bundle).map(StoreState.Installed::file).orElse("");
      if (!file.isEmpty()) {
        Files.deleteIfExists(store.dropFolder().resolve(file));
      }
      change(state -> (file.isEmpty() ? state : state.withoutDropped(file)).without(bundle));
    } catch (IOException e) {
      throw LeibnizException.usage(
          store.dropFolder() + ": the jar of " + bundle + " cannot be deleted there: " + e.getMessage());
    } finally {
      lock.unlock();
    }
  }

  /** Changes the stored state and this process with it. */
  void change(UnaryOperator<StoreState> change) {
    lock.lock();
    try {
      apply(store.update(change));
    } finally {
      lock.unlock();
    }
  }

  private void apply(StoreState next) {
    mark = store.stateMark();
    revisions.apply(next);
    state = next;
    problem = "";
  }

  private void watch() {
    while (!closed) {
      try {
        Thread.sleep(POLL_MILLIS);
        poll(false);
      } catch (InterruptedException e) {
        return;
      } catch (IllegalStateException e) {
        // The platform is being stopped; anything else shows up in what the host is asked for.
        problem = "watching for plugins: " + Diagnosis.rootCause(e);
      }
    }
  }

  /** Whether a file lies in the drop folder that may still be changing. */
  private boolean poll(boolean first) {
    lock.lock();
    try {
      if (first || !mark.equals(store.stateMark())) {
        apply(store.read());
      }
      DropFolder.Scan scan = folder.scan(state.dropped());
      takeIn(scan.arrived());
      forget(scan.gone());
      return scan.pending();
    } catch (LeibnizException e) {
      problem = e.getMessage();
      mark = store.stateMark();
      if (first) {
        revisions.apply(StoreState.EMPTY);
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void takeIn(Map<String, StoreState.Dropped> arrived) {
    arrived.forEach(
        (file, seen) -> {
          Path jar = store.dropFolder().resolve(file);
          try {
            install(jar, jar.toString(), file, state -> state.withDropped(file, seen));
          } catch (LeibnizException e) {
            StoreState.Dropped refused = new StoreState.Dropped(seen.size(), seen.modified(), e.getMessage());
            change(state -> state.withDropped(file, refused));
            // Standard error: nobody asked for this, and standard output belongs to the command.
            System.err.println("leibniz: " + e.getMessage());
          }
        });
  }

  private void forget(List<String> gone) {
    if (!gone.isEmpty()) {
      change(
          state -> {
            StoreState next = state;
            for (String file : gone) {
              next = next.withoutDropped(file);
            }
            return next;
          });
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
