package org.leibniz.launcher;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An unpacked distribution and the folders of the user who runs it.
 *
 * @param folder the distribution: {@code bundles/<level>/*.jar}, {@code lib/}, {@code python/}
 * @param home what belongs to the user and to no workspace; plugins above all
 * @param cache what may be deleted at any time
 */
public record Installation(Path folder, Path home, Path cache) {
  /** From {@code leibniz.install}, {@code leibniz.home} and {@code leibniz.cache}, each with its usual default. */
  static Installation ofProcess() {
    String install = System.getProperty("leibniz.install");
    Path folder = install != null ? Path.of(install) : ownFolder();
    String environment = System.getenv("LEIBNIZ_HOME");
    Path fallback =
        environment != null && !environment.isBlank()
            ? Path.of(environment)
            : Path.of(System.getProperty("user.home"), ".leibniz");
    Path home = Path.of(System.getProperty("leibniz.home", fallback.toString())).toAbsolutePath();
    Path cache = Path.of(System.getProperty("leibniz.cache", home.resolve("cache").toString())).toAbsolutePath();
    return new Installation(folder.toAbsolutePath(), home, cache);
  }

  /** The distribution that this class was loaded from: the folder above {@code lib/}. */
  private static Path ownFolder() {
    try {
      return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI()).getParent().getParent();
    } catch (URISyntaxException e) {
      throw new PlatformException("cannot tell where Leibniz is installed; set -Dleibniz.install", e);
    }
  }

  /** The bundles in the order they are started: by level, then by name. Levels above {@code highest} are left out. */
  List<Path> bundles(int highest) {
    Path bundles = folder.resolve("bundles");
    List<Path> ordered = new ArrayList<>();
    for (int level = 1; level <= highest; level++) {
      Path here = bundles.resolve(Integer.toString(level));
      if (Files.isDirectory(here)) {
        try (Stream<Path> jars = Files.list(here)) {
          jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().forEach(ordered::add);
        } catch (IOException e) {
          throw new PlatformException("cannot read " + here + ": " + e.getMessage(), e);
        }
      }
    }
    if (ordered.isEmpty()) {
      throw new PlatformException("no bundles in " + bundles + "; build the distribution, or set -Dleibniz.install");
    }
    return ordered;
  }

  /**
   * Packages of the launcher's class path that bundles may import, one {@code package;version="x"} a line in
   * {@code lib/packages.list}; native libraries live there because a class loader that goes away cannot give them back.
   */
  List<String> classPathPackages() {
    Path list = folder.resolve("lib/packages.list");
    if (!Files.exists(list)) {
      return List.of();
    }
    try {
      return Files.readAllLines(list).stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (IOException e) {
      throw new PlatformException("cannot read " + list + ": " + e.getMessage(), e);
    }
  }
}
