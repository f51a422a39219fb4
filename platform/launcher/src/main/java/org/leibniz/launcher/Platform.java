package org.leibniz.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.condition.Condition;
import org.osgi.util.tracker.ServiceTracker;

/**
 * A running OSGi framework with the distribution's bundles. A bundle that does not start leaves the others running; it is
 * named when something is missing because of it.
 */
public final class Platform implements AutoCloseable {
  /** Filter of the service that takes command lines: a {@code ToIntFunction<String[]>}. */
  static final String COMMAND_LINE = "(&(objectClass=java.util.function.ToIntFunction)(leibniz.cli=true))";

  /** Id of the condition that says that all bundles are started. */
  static final String STARTED = "leibniz.started";

  private static final String COMMAND_LINE_BUNDLE = "org.leibniz.cli";

  /** Bundles above this level are started only for the desktop. */
  private static final int COMMAND_LEVEL = 5;

  private static final long STOP_MILLIS = 5_000;

  private final Framework framework;
  private final Path storage;
  private final Map<Bundle, String> failures = Collections.synchronizedMap(new LinkedHashMap<>());

  private final CountDownLatch started = new CountDownLatch(1);
  private volatile boolean closing;

  private Platform(Framework framework, Path storage) {
    this.framework = framework;
    this.storage = storage;
  }

  /** Boots a distribution and waits until all of it is started. The caller closes the platform. */
  public static Platform start(Installation installation) {
    Platform platform = begin(installation);
    try {
      platform.started.await();
      return platform;
    } catch (InterruptedException e) {
      platform.close();
      Thread.currentThread().interrupt();
      throw new PlatformException("interrupted while the platform was starting", e);
    }
  }

  /**
   * Boots a distribution as far as its command line; the other bundles are started meanwhile, on a thread of their own. Once
   * they are, the framework has a {@link Condition} with the id {@value #STARTED}. The caller closes the platform.
   */
  static Platform begin(Installation installation) {
    List<Path> jars = installation.bundles(Integer.getInteger("leibniz.level", COMMAND_LEVEL));
    Path storage = FrameworkCache.create(installation.cache());
    Framework framework = new FrameworkFactory().newFramework(configuration(installation, storage));
    Platform platform = new Platform(framework, storage);
    try {
      framework.start();
      List<Bundle> bundles = platform.install(jars);
      Predicate<Bundle> first = bundle -> isForeign(bundle) || bundle.getSymbolicName().equals(COMMAND_LINE_BUNDLE);
      platform.start(bundles.stream().filter(first).toList());
      Thread others = new Thread(() -> platform.startOthers(bundles.stream().filter(first.negate()).toList()), "leibniz-start");
      others.start();
      return platform;
    } catch (BundleException e) {
      platform.close();
      throw new PlatformException("the platform does not start: " + e.getMessage(), e);
    }
  }

  private static Map<String, String> configuration(Installation installation, Path storage) {
    Map<String, String> configuration = new HashMap<>();
    configuration.put(Constants.FRAMEWORK_STORAGE, storage.toString());
    configuration.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
    // Revisions of one plugin live side by side.
    configuration.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
    configuration.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, String.join(",", installation.classPathPackages()));
    configuration.put("felix.cache.locking", "false");
    configuration.put("felix.shutdown.hook", "false");
    // Nothing here parses bundle: addresses from text, and installing the handlers costs a start a tenth of its time.
    configuration.put("felix.service.urlhandlers", "false");
    // The framework would print stack traces on standard output; failures are kept and told by the plugin host instead.
    configuration.put("felix.log.level", "0");
    configuration.put("ds.log.enabled", Boolean.toString(System.getenv("LEIBNIZ_DEBUG") != null));
    configuration.put("leibniz.install", installation.folder().toString());
    configuration.put("leibniz.home", installation.home().toString());
    configuration.put("leibniz.cache", installation.cache().toString());
    String python = System.getProperty("leibniz.python.home", installation.folder().resolve("python").toString());
    configuration.put("leibniz.python.home", python);
    String version = Platform.class.getPackage().getImplementationVersion();
    configuration.put("leibniz.version", version == null ? "development" : version);
    // Bundles may read them either way.
    configuration.forEach(
        (key, value) -> {
          if (key.startsWith("leibniz.")) {
            System.setProperty(key, value);
          }
        });
    return configuration;
  }

  private List<Bundle> install(List<Path> jars) {
    BundleContext context = framework.getBundleContext();
    List<Bundle> bundles = new ArrayList<>();
    for (Path jar : jars) {
      try {
        bundles.add(context.installBundle("reference:" + jar.toUri()));
      } catch (BundleException e) {
        throw new PlatformException(jar + " is no bundle: " + e.getMessage(), e);
      }
    }
    // At once: resolving them one by one repeats most of the work.
    framework.adapt(FrameworkWiring.class).resolveBundles(bundles);
    return bundles;
  }

  private void startOthers(List<Bundle> bundles) {
    try {
      start(bundles);
      if (!closing) {
        Hashtable<String, Object> properties = new Hashtable<>(Map.of(Condition.CONDITION_ID, STARTED));
        context().registerService(Condition.class, Condition.INSTANCE, properties);
      }
    } catch (IllegalStateException e) {
      if (!closing) {
        throw e;
      }
    } finally {
      started.countDown();
    }
  }

  private void start(List<Bundle> bundles) {
    for (Bundle bundle : bundles) {
      if (closing) {
        return;
      }
      if (isLibrary(bundle)) {
        continue;
      }
      try {
        bundle.start();
      } catch (BundleException e) {
        failures.put(bundle, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      }
    }
  }

  /**
   * Whether a bundle is there for its classes alone. What only registers itself somewhere, as a database driver does, costs a
   * start its time and is found by its classes anyway.
   */
  private static boolean isLibrary(Bundle bundle) {
    Dictionary<String, String> headers = bundle.getHeaders("");
    boolean extender = String.valueOf(headers.get(Constants.PROVIDE_CAPABILITY)).contains("osgi.extender");
    boolean components = headers.get("Service-Component") != null;
    return bundle.getState() == Bundle.RESOLVED && isForeign(bundle) && !extender && !components;
  }

  private static boolean isForeign(Bundle bundle) {
    return !bundle.getSymbolicName().startsWith("org.leibniz.");
  }

  public BundleContext context() {
    return framework.getBundleContext();
  }

  /** Bundles of the distribution that did not start, each with the framework's reason. */
  public Map<Bundle, String> failures() {
    synchronized (failures) {
      return Map.copyOf(failures);
    }
  }

  /** The command line, waiting for it as long as {@code millis}; it is called on one thread at a time. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public ToIntFunction<String[]> commandLine(long millis) throws InterruptedException {
    try {
      var tracker = new ServiceTracker<ToIntFunction, ToIntFunction>(context(), FrameworkUtil.createFilter(COMMAND_LINE), null);
      tracker.open();
      // A bundle that did not start will not do so by waiting.
      ToIntFunction<String[]> commandLine = tracker.waitForService(failures.isEmpty() ? millis : TimeUnit.SECONDS.toMillis(1));
      if (commandLine == null) {
        throw new PlatformException("no bundle offers a command line" + unresolved());
      }
      return commandLine;
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private String unresolved() {
    if (failures.isEmpty()) {
      return "; is org.leibniz.cli in the distribution?";
    }
    StringBuilder text = new StringBuilder("; not started:");
    failures().forEach((bundle, why) -> text.append("\n  ").append(bundle.getSymbolicName()).append(": ").append(why));
    return text.toString();
  }

  /** Stops the framework, at most for a few seconds, and deletes its storage. */
  @Override
  public void close() {
    closing = true;
    try {
      framework.stop();
      framework.waitForStop(STOP_MILLIS);
    } catch (BundleException e) {
      // Going away anyway; the storage is what is left to clean up.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    FrameworkCache.delete(storage);
  }
}
