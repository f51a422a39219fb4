package org.leibniz.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.wiring.BundleWiring;

/** The third-party strategy of {@code sample-workspaces/plugin-example}, built by its own Maven project. */
class PluginExampleIT {
  @TempDir Path folder;

  @Test
  void isBuiltApartAndInstalledReplacedAndRemovedWhileThePlatformRuns() throws Exception {
    Path project = folder.resolve("plugin-example");
    copy(BootedPlatform.checkout().resolve("sample-workspaces/plugin-example"), project);
    Path first = build(project, "1.0.0");
    Path second = build(project, "1.1.0");

    try (BootedPlatform platform = BootedPlatform.boot(folder.resolve("home"))) {
      assertThat(platform.say("ids strategy")).doesNotContain("plan-then-solve");
      String row = platform.say("install " + first);
      assertThat(row).startsWith("strategy/plan-then-solve 1.0.0 ACTIVE user ");
      String oldDigest = row.split(" ")[4];
      platform.say("lease run");
      assertThat(platform.say("get run strategy plan-then-solve")).contains("PlanThenSolve").endsWith(oldDigest);
      WeakReference<ClassLoader> loader =
          new WeakReference<>(platform.revision(oldDigest).adapt(BundleWiring.class).getClassLoader());

      String newDigest = platform.say("install " + second).split(" ")[4];
      assertThat(newDigest).isNotEqualTo(oldDigest);
      platform.say("lease next");
      assertThat(platform.say("get run strategy plan-then-solve")).endsWith(oldDigest);
      assertThat(platform.say("get next strategy plan-then-solve")).endsWith(newDigest);
      assertThat(platform.say("list")).contains("strategy/plan-then-solve 1.1.0 ACTIVE user " + newDigest);

      platform.say("close run");
      platform.say("close next");
      assertThat(platform.say("remove plan-then-solve")).contains("plan-then-solve 1.1.0");
      assertThat(platform.say("ids strategy")).doesNotContain("plan-then-solve");
      for (int i = 0; i < 100 && loader.get() != null; i++) {
        System.gc();
        Thread.sleep(100);
      }
      assertThat(loader.get()).isNull();
      assertThat(platform.revision(oldDigest)).isNull();
    }
  }

  /**
   * Runs the project's own build with its tests, without a network: what it needs beyond Leibniz was fetched by the build that
   * this test belongs to, and Leibniz's part comes from the distribution.
   */
  private Path build(Path project, String version) throws Exception {
    Path pom = project.resolve("pom.xml");
    Files.writeString(
        pom, Files.readString(pom).replaceFirst("(plan-then-solve</artifactId>\\s*<version>)[^<]*", "$1" + version));
    Path repository = folder.resolve("repository");
    copy(BootedPlatform.distribution().resolve("repository"), repository);
    String fetched = System.getProperty("leibniz.test.maven.repository", System.getProperty("user.home") + "/.m2/repository");
    Finished maven =
        Finished.run(
            new ProcessBuilder(
                    List.of(
                        BootedPlatform.checkout().toRealPath().resolve("mvnw").toString(),
                        "-q",
                        "-B",
                        "-o",
                        "-Dmaven.repo.local=" + repository,
                        "-Dmaven.repo.local.tail=" + fetched,
                        "-Dmaven.repo.local.tail.ignoreAvailability=true",
                        "package"))
                .directory(project.toFile()));
    assertThat(maven.status()).as(maven.out() + maven.errors()).isZero();
    Path jar = project.resolve("target/org.example.plan-then-solve-" + version + ".jar");
    return Files.copy(jar, folder.resolve("plan-" + version + ".jar"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(each -> !from.relativize(each).startsWith("target")).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
