package org.leibniz.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.wiring.BundleWiring;

/** Installing, replacing and removing plugins while they are used. */
class PluginRevisionsIT {
  @TempDir Path home;
  @TempDir Path jars;

  private BootedPlatform platform;

  @BeforeEach
  void boot() {
    platform = BootedPlatform.boot(home);
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  private String install(TestBundle bundle) throws Exception {
    String rows = platform.say("install " + bundle.write(Files.createTempFile(jars, "plugin", ".jar")));
    assertThat(rows).startsWith("strategy/sample");
    return rows.split(" ")[4];
  }

  @Test
  void offersAPluginAsSoonAsItIsInstalled() throws Exception {
    assertThat(platform.say("ids strategy")).doesNotContain("sample");
    install(TestBundle.sample("first"));
    assertThat(platform.say("ids strategy")).contains("sample");
    assertThat(platform.say("describe strategy sample")).isEqualTo("A sample");
  }

  @Test
  void keepsARunningLeaseOnTheOldRevisionAndGivesANewLeaseTheNewOne() throws Exception {
    String first = install(TestBundle.sample("first"));
    platform.say("lease old");
    assertThat(platform.say("get old strategy sample")).isEqualTo("first " + first);

    String second = install(TestBundle.sample("second"));
    platform.say("lease new");
    assertThat(platform.say("get new strategy sample")).isEqualTo("second " + second);
    assertThat(platform.say("get old strategy sample")).isEqualTo("first " + first);
    assertThat(platform.revision(first)).isNotNull();

    platform.say("close old");
    eventuallyGone(first);
    assertThat(platform.say("get new strategy sample")).isEqualTo("second " + second);
    platform.say("close new");
  }

  @Test
  void removesAPluginOnlyWhenItsLastLeaseEndsAndLeavesNoClassLoaderBehind() throws Exception {
    String digest = install(TestBundle.sample("only"));
    platform.say("lease a");
    platform.say("lease b");
    platform.say("get a strategy sample");
    platform.say("get b strategy sample");
    WeakReference<ClassLoader> loader =
        new WeakReference<>(platform.revision(digest).adapt(BundleWiring.class).getClassLoader());

    assertThat(platform.say("remove sample")).startsWith("strategy/sample 1.0.0 ACTIVE user");
    assertThat(platform.say("ids strategy")).doesNotContain("sample");
    platform.say("close a");
    assertThat(platform.say("get b strategy sample")).startsWith("only ");
    platform.say("close b");

    eventuallyGone(digest);
    for (int i = 0; i < 50 && loader.get() != null; i++) {
      System.gc();
      Thread.sleep(100);
    }
    assertThat(loader.get()).isNull();
    assertThat(classHistogram()).doesNotContain("org.leibniz.platform.sample.");
  }

  @Test
  void leavesNoRevisionBehindAfterManyReplacementsUnderLease() throws Exception {
    int before = platform.context().getBundles().length;
    for (int i = 0; i < 40; i++) {
      install(TestBundle.sample("revision " + i));
      platform.say("lease run" + i);
      assertThat(platform.say("get run" + i + " strategy sample")).startsWith("revision " + i + " ");
      if (i >= 3) {
        platform.say("close run" + (i - 3));
      }
    }
    for (int i = 37; i < 40; i++) {
      platform.say("close run" + i);
    }
    platform.say("remove sample");
    // The console that asks is the one bundle more.
    for (int i = 0; i < 50 && platform.context().getBundles().length > before + 1; i++) {
      Thread.sleep(100);
    }
    assertThat(platform.context().getBundles()).hasSize(before + 1);
  }

  @Test
  void remembersPluginsAcrossProcesses() throws Exception {
    String digest = install(TestBundle.sample("kept"));
    platform.say("disable strategy/pot");
    platform.close();
    platform = BootedPlatform.boot(home);
    assertThat(platform.say("list")).contains("strategy/sample 1.0.0 ACTIVE user " + digest);
    assertThat(platform.say("ids strategy")).contains("sample").doesNotContain("pot");
  }

  @Test
  void noticesWhatAnotherProcessInstallsAndRemoves() throws Exception {
    assertThat(platform.say("ids strategy")).doesNotContain("sample");
    try (BootedPlatform other = BootedPlatform.boot(home)) {
      other.say("install " + TestBundle.sample("elsewhere").write(jars.resolve("elsewhere.jar")));
      eventually("ids strategy", "sample");
      other.say("remove sample");
      eventuallyNot("ids strategy", "sample");
    }
  }

  @Test
  void refusesADisabledPluginAndTakesItBack() throws Exception {
    install(TestBundle.sample("x"));
    assertThat(platform.say("disable sample")).contains(" DISABLED ");
    platform.say("lease run");
    assertThat(platform.say("get run strategy sample"))
        .startsWith("BAD_USAGE strategy 'sample' is disabled; to enable it: leibniz plugins enable strategy/sample");
    assertThat(platform.say("enable sample")).contains(" ACTIVE ");
    assertThat(platform.say("get run strategy sample")).startsWith("x ");
    platform.say("close run");
  }

  @Test
  void letsAUsersPluginStandInForABuiltInOne() throws Exception {
    TestBundle own =
        TestBundle.of("sample").header("Bundle-SymbolicName", "org.example.cot").descriptor("strategy-cot").resource("variant.txt", "own");
    String rows = platform.say("install " + own.write(jars.resolve("cot.jar")));
    // The class says leibniz.id=sample, so that the descriptor's promise is not kept and the built-in stays out of reach.
    assertThat(rows).contains("strategy/cot").contains("FAILED").contains("no component of org.example.cot offers it");
    assertThat(platform.say("list")).contains("strategy/cot 1.0.0 FAILED user");
    platform.say("remove strategy/cot");
    assertThat(platform.say("list")).containsPattern("strategy/cot \\S+ ACTIVE built-in");
  }

  @Test
  void namesNearMatchesOfAnUnknownPlugin() throws Exception {
    platform.say("lease run");
    assertThat(platform.say("get run strategy interleavd")).contains("did you mean 'interleaved'?");
    assertThat(platform.say("remove potato")).startsWith("BAD_USAGE no plugin 'potato' is installed");
    assertThat(platform.say("remove interleaved")).startsWith("BAD_USAGE").contains("belongs to the distribution");
    platform.say("close run");
  }

  private void eventually(String line, String expected) throws Exception {
    for (int i = 0; i < 50 && !platform.say(line).contains(expected); i++) {
      Thread.sleep(100);
    }
    assertThat(platform.say(line)).contains(expected);
  }

  private void eventuallyNot(String line, String unexpected) throws Exception {
    for (int i = 0; i < 50 && platform.say(line).contains(unexpected); i++) {
      Thread.sleep(100);
    }
    assertThat(platform.say(line)).doesNotContain(unexpected);
  }

  private void eventuallyGone(String digest) throws InterruptedException {
    for (int i = 0; i < 50 && platform.revision(digest) != null; i++) {
      Thread.sleep(100);
    }
    assertThat(platform.revision(digest)).isNull();
  }

  private static String classHistogram() throws Exception {
    return (String)
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
  }
}
