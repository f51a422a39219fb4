package org.leibniz.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a plugin is not active, in one line. */
class DiagnosisIT {
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

  private String diagnose(TestBundle bundle) throws Exception {
    String rows = platform.say("install " + bundle.write(jars.resolve("plugin.jar")));
    assertThat(platform.say("diag")).isEqualTo(rows);
    assertThat(rows.lines()).hasSize(1);
    return rows.split(" ", 6)[5];
  }

  @Test
  void namesAPackageThatNoBundleGives() throws Exception {
    String why = diagnose(TestBundle.sample("x").header("Import-Package", "org.example.absent;version='[1.2,2)',*"));
    assertThat(why)
        .isEqualTo(
            "org.example.sample needs the package org.example.absent [1.2.0,2.0.0), which no installed bundle gives");
    platform.say("lease run");
    assertThat(platform.say("get run strategy sample")).startsWith("BAD_USAGE strategy 'sample' is not active: ").contains(why);
    platform.say("close run");
  }

  @Test
  void namesTheBundleThatHasTheRightPackageInTheWrongVersion() throws Exception {
    String why =
        diagnose(TestBundle.sample("x").header("Import-Package", "com.fasterxml.jackson.core;version='[9,10)',*"));
    assertThat(why)
        .startsWith("org.example.sample needs the package com.fasterxml.jackson.core [9.0.0,10.0.0), which ")
        .contains("com.fasterxml.jackson.core.jackson-core (only in version 2.")
        .endsWith(" would give");
  }

  @Test
  void namesTheJavaThatIsNeeded() throws Exception {
    String why =
        diagnose(TestBundle.sample("x").header("Require-Capability", "osgi.ee;filter:='(&(osgi.ee=JavaSE)(version=99))'"));
    assertThat(why).startsWith("org.example.sample needs Java 99").contains("this is Java " + Runtime.version().feature());
  }

  @Test
  void namesTheServiceAComponentWaitsFor() throws Exception {
    assertThat(diagnose(TestBundle.of("needy").descriptor("strategy-sample")))
        .isEqualTo(
            "component org.leibniz.platform.needy.NeedyStrategy needs a service java.util.concurrent.Callable with"
                + " (oracle=delphi), which no installed bundle gives");
  }

  @Test
  void tellsWhatAComponentThrew() throws Exception {
    assertThat(diagnose(TestBundle.of("faulty").descriptor("strategy-sample")))
        .contains("FaultyStrategy")
        .contains("the moon is in the wrong phase");
  }

  @Test
  void keepsTheWorkingRevisionWhereTheNewOneDoesNotWork() throws Exception {
    platform.say("install " + TestBundle.sample("good").write(jars.resolve("good.jar")));
    TestBundle faulty =
        TestBundle.of("faulty").header("Bundle-SymbolicName", "org.example.sample").descriptor("strategy-sample");
    assertThat(platform.say("install " + faulty.write(jars.resolve("faulty.jar")))).contains(" FAILED ");
    platform.say("lease run");
    assertThat(platform.say("get run strategy sample")).startsWith("good ");
    platform.say("close run");
    assertThat(platform.say("diag")).contains("the moon is in the wrong phase");
  }

  @Test
  void becomesActiveWhenWhatItNeedsArrives() throws Exception {
    diagnose(
        TestBundle.sample("x")
            .header("Import-Package", "org.example.gift;version='[1,2)',*"));
    TestBundle giver =
        TestBundle.of("sample")
            .header("Bundle-SymbolicName", "org.example.giver")
            .header("Export-Package", "org.example.gift;version=1.0.0;-noimport:=true;-split-package:=merge-first")
            .header("-includepackage", "org.example.gift;from:=!*")
            .descriptor("metric-giver");
    String rows = platform.say("install " + giver.write(jars.resolve("giver.jar")));
    assertThat(rows).contains("metric/giver");
    assertThat(platform.say("list")).contains("strategy/sample 1.0.0 ACTIVE user");
  }
}
