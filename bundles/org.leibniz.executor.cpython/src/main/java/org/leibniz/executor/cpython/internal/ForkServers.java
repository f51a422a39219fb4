package org.leibniz.executor.cpython.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The servers of this process, one for equal settings, shared by all runs. They live until the bundle stops. Thread-safe. */
@Component(service = ForkServers.class)
public final class ForkServers implements AutoCloseable {
  private final Map<Settings, Pool> pools = new HashMap<>();
  private final AskedOnce asked = new AskedOnce();
  private boolean closed;

  @Activate
  public ForkServers() {}

  /** A server and the right to run blocks on it. */
  static final class Pool {
    private final Settings settings;
    private final AskedOnce asked;
    private final Semaphore turns;
    private ForkServer server;

    private Pool(Settings settings, AskedOnce asked) {
      this.settings = settings;
      this.asked = asked;
      this.turns = new Semaphore(settings.workers(), true);
    }

    Settings settings() {
      return settings;
    }

    /** One permit for each block that may run at a time. */
    Semaphore turns() {
      return turns;
    }

    /** The server, another one where the last has ended. Does not wait until it is ready. */
    synchronized ForkServer server() {
      if (server == null || !server.alive()) {
        server = new ForkServer(settings, asked);
      }
      return server;
    }

    private synchronized void close() {
      if (server != null) {
        server.close();
      }
    }
  }

  synchronized Pool pool(Settings settings) {
    if (closed) {
      throw new IllegalStateException("the bundle has stopped");
    }
    return pools.computeIfAbsent(settings, own -> new Pool(own, asked));
  }

  /** What is known of the environment. */
  Environment.Facts facts() {
    return asked.facts(Environment.ofProcess());
  }

  @Override
  @Deactivate
  public synchronized void close() {
    closed = true;
    pools.values().forEach(Pool::close);
    pools.clear();
  }
}
