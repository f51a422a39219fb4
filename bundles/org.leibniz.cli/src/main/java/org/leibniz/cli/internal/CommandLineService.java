package org.leibniz.cli.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.engine.Regrader;
import org.leibniz.engine.RunEngine;
import org.leibniz.engine.RunMeasures;
import org.leibniz.plugins.PluginAdmin;
import org.leibniz.plugins.Plugins;
import org.leibniz.store.RunStores;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.condition.Condition;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The command line as the launcher finds it: a function from arguments to an exit status. The services commands need are
 * looked up when a command first asks for them.
 */
@Component(service = ToIntFunction.class, property = "leibniz.cli=true")
public final class CommandLineService implements ToIntFunction<String[]> {
  private static final long WAIT_MILLIS = 10_000;

  private final BundleContext bundles;

  @Activate
  public CommandLineService(BundleContext bundles) {
    this.bundles = bundles;
  }

  @Override
  public int applyAsInt(String[] arguments) {
    Map<String, String> environment = System.getenv();
    Optional<Boolean> terminal = Optional.ofNullable(bundles.getProperty("leibniz.terminal")).map(Boolean::valueOf);
    Console console = Console.ofProcess(terminal, environment);
    Context context =
        new Context(
            console,
            services(),
            environment,
            Path.of("").toAbsolutePath(),
            home(),
            bundles.getBundle().getVersion().toString());
    try {
      return new Commands(context).execute(arguments);
    } finally {
      console.out().flush();
    }
  }

  private Path home() {
    String written = bundles.getProperty("leibniz.home");
    return written == null || written.isBlank()
        ? Path.of(System.getProperty("user.home"), ".leibniz")
        : Path.of(written).toAbsolutePath();
  }

  private Services services() {
    return new Services(
        service(Plugins.class),
        service(PluginAdmin.class),
        service(RunStores.class),
        service(RunEngine.class),
        service(RunMeasures.class),
        service(Regrader.class));
  }

  /** Waits for the whole distribution: what a command finds must not depend on how far the start has come. */
  private void awaitStarted() throws InterruptedException {
    try {
      ServiceTracker<Condition, Condition> tracker =
          new ServiceTracker<>(bundles, bundles.createFilter("(osgi.condition.id=leibniz.started)"), null);
      tracker.open();
      if (tracker.waitForService(WAIT_MILLIS) == null) {
        throw new LeibnizException(ErrorCode.INTERNAL, "the platform was not started within " + WAIT_MILLIS / 1000 + " s");
      }
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Components start on threads of their own, so a service may come a moment after it is asked for. */
  private <T> Supplier<T> service(Class<T> type) {
    return () -> {
      ServiceTracker<T, T> tracker = new ServiceTracker<>(bundles, type, null);
      tracker.open();
      try {
        awaitStarted();
        T service = tracker.waitForService(WAIT_MILLIS);
        if (service == null) {
          throw new LeibnizException(
              ErrorCode.INTERNAL, "the platform has no " + type.getSimpleName() + "; see: leibniz plugins diag");
        }
        // The tracker stays open on purpose: closing it would give the service back while it is used.
        return service;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new LeibnizException(ErrorCode.CANCELLED, "interrupted while the platform was starting", e);
      }
    };
  }
}
