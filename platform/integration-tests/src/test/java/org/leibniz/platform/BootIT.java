package org.leibniz.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** The distribution is whole. */
class BootIT {
  @TempDir Path home;

  @Test
  void resolvesEveryBundleOfTheDistributionAndStartsAllButLibraries() {
    try (BootedPlatform platform = BootedPlatform.boot(home)) {
      assertThat(platform.platform().failures()).isEmpty();
      List<String> notActive = new ArrayList<>();
      for (Bundle bundle : platform.context().getBundles()) {
        boolean library = !bundle.getSymbolicName().startsWith("org.leibniz.") && bundle.getState() == Bundle.RESOLVED;
        if (bundle.getState() != Bundle.ACTIVE && !library) {
          notActive.add(bundle.getSymbolicName());
        }
      }
      assertThat(notActive).isEmpty();
      assertThat(platform.context().getBundles().length).isGreaterThan(25);
    }
  }

  @Test
  void holdsEveryBundleOfTheCheckoutButTheContractTests() throws Exception {
    List<String> modules;
    try (Stream<Path> folders = Files.list(BootedPlatform.checkout().resolve("bundles"))) {
      modules =
          folders
              .filter(folder -> Files.exists(folder.resolve("pom.xml")))
              .map(folder -> folder.getFileName().toString())
              .filter(name -> !name.equals("org.leibniz.tck"))
              .toList();
    }
    try (BootedPlatform platform = BootedPlatform.boot(home)) {
      assertThat(Stream.of(platform.context().getBundles()).map(Bundle::getSymbolicName)).containsAll(modules);
    }
  }

  @Test
  void hasNoUnmetRequirementAndNoComponentThatLacksSomething() throws Exception {
    try (BootedPlatform platform = BootedPlatform.boot(home)) {
      assertThat(platform.say("diag")).isEmpty();
      assertThat(platform.say("problems")).isEmpty();
    }
  }

  @Test
  void makesAnInstanceOfEveryPlugin() throws Exception {
    try (BootedPlatform platform = BootedPlatform.boot(home)) {
      platform.say("lease all");
      for (String row : platform.say("list").lines().toList()) {
        String[] key = row.split(" ")[0].split("/");
        assertThat(platform.say("get all " + key[0] + " " + key[1])).as(row).doesNotStartWith("PLUGIN_FAILED");
      }
      platform.say("close all");
    }
  }

  @Test
  void knowsTheDigestOfEveryBuiltInBundle() throws Exception {
    List<String> digests = new ArrayList<>();
    for (String line : Files.readAllLines(BootedPlatform.distribution().resolve("bundles.sha256"))) {
      digests.add(line.split(" ")[0]);
    }
    try (BootedPlatform platform = BootedPlatform.boot(home)) {
      for (String row : platform.say("list").lines().toList()) {
        assertThat(digests).as(row).contains(row.split(" ")[4]);
      }
    }
  }

  @Test
  void leavesNoFrameworkFolderBehind() throws Exception {
    BootedPlatform.boot(home).close();
    try (Stream<Path> left = Files.list(home.resolve("cache/framework"))) {
      assertThat(left).isEmpty();
    }
  }
}
