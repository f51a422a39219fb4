package org.leibniz.executor.cpython.internal;

import java.util.Optional;
import org.leibniz.api.Config;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.executor.Notebook;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.api.plugin.Preparable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The executor {@code cpython}: Python with numpy, scipy, pandas and sympy behind bubblewrap. Thread-safe once configured. */
@Component(scope = ServiceScope.PROTOTYPE, service = ProgramExecutor.class, property = Plugin.ID + "=cpython")
public final class CPythonExecutor implements ProgramExecutor, Preparable {
  private final ForkServers servers;
  private volatile ForkServers.Pool pool;

  @Activate
  public CPythonExecutor(@Reference ForkServers servers) {
    this.servers = servers;
  }

  /** Begins to start a server where there can be one; does not wait for it. */
  @Override
  public void configure(Config config) {
    pool = servers.pool(Settings.of(config));
    if (missing().isEmpty()) {
      pool.server();
    }
  }

  @Override
  public Notebook open(long seed) {
    if (pool == null) {
      configure(Config.EMPTY);
    }
    CPythonNotebook notebook = new CPythonNotebook(pool, seed);
    try {
      notebook.connect();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LeibnizException(ErrorCode.CANCELLED, "interrupted while waiting for the fork server", e);
    }
    return notebook;
  }

  @Override
  public String version() {
    return servers.facts().version();
  }

  @Override
  public Optional<String> missing() {
    Environment environment = Environment.ofProcess();
    return environment.exists() ? Optional.empty() : Optional.of("a Python environment with the scientific packages in " + environment.folder());
  }

  @Override
  public void prepare() {
    Environment.ofProcess().create();
  }
}
