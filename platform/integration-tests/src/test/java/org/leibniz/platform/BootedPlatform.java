package org.leibniz.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.leibniz.launcher.Installation;
import org.leibniz.launcher.Platform;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** The assembled distribution, booted in this process with a user's folder of its own. */
final class BootedPlatform implements AutoCloseable {
  private final Platform platform;
  private final Path home;
  private Function<String, String> console;

  private BootedPlatform(Platform platform, Path home) {
    this.platform = platform;
    this.home = home;
  }

  static Path distribution() {
    return Path.of(System.getProperty("leibniz.test.distribution", "../distribution/target/leibniz"));
  }

  static Path checkout() {
    return Path.of(System.getProperty("leibniz.test.checkout", "../.."));
  }

  static BootedPlatform boot(Path home) {
    return new BootedPlatform(Platform.start(new Installation(distribution(), home, home.resolve("cache"))), home);
  }

  BundleContext context() {
    return platform.context();
  }

  Platform platform() {
    return platform;
  }

  /** What the plugin host answers to a line; see {@link org.leibniz.platform.console.PluginConsole}. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  String say(String line) throws Exception {
    if (console == null) {
      Files.createDirectories(home);
      Path jar = TestBundle.of("console").write(home.resolve("console.jar"));
      context().installBundle(jar.toUri().toString()).start();
      var tracker =
          new ServiceTracker<Function, Function>(
              context(), FrameworkUtil.createFilter("(&(objectClass=java.util.function.Function)(leibniz.test=console))"), null);
      tracker.open();
      console = tracker.waitForService(5_000);
    }
    return console.apply(line);
  }

  /** The bundle of an installed revision, or null. */
  Bundle revision(String digest) {
    return context().getBundle("sha256:" + digest);
  }

  @Override
  public void close() {
    platform.close();
  }
}
