package org.leibniz.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder {@code plugins/}: what lies in it is installed. */
class DropFolderIT {
  @TempDir Path home;
  @TempDir Path jars;

  private BootedPlatform platform;

  @AfterEach
  void stop() {
    platform.close();
  }

  private Path folder() throws Exception {
    return Files.createDirectories(home.resolve("plugins"));
  }

  private void eventually(String line, String expected) throws Exception {
    for (int i = 0; i < 100 && !platform.say(line).contains(expected); i++) {
      Thread.sleep(100);
    }
    assertThat(platform.say(line)).contains(expected);
  }

  private void eventuallyNot(String line, String unexpected) throws Exception {
    for (int i = 0; i < 100 && platform.say(line).contains(unexpected); i++) {
      Thread.sleep(100);
    }
    assertThat(platform.say(line)).doesNotContain(unexpected);
  }

  @Test
  void takesInAJarThatWasDroppedBeforeTheStart() throws Exception {
    TestBundle.sample("dropped").write(folder().resolve("sample.jar"));
    platform = BootedPlatform.boot(home);
    assertThat(platform.say("list")).contains("strategy/sample 1.0.0 ACTIVE user");
  }

  @Test
  void takesInReplacesAndRemovesWhileRunning() throws Exception {
    folder();
    platform = BootedPlatform.boot(home);
    assertThat(platform.say("ids strategy")).doesNotContain("sample");

    Path dropped = folder().resolve("sample.jar");
    Files.copy(TestBundle.sample("first").write(jars.resolve("first.jar")), dropped);
    eventually("ids strategy", "sample");
    platform.say("lease old");
    assertThat(platform.say("get old strategy sample")).startsWith("first ");
    String digest = platform.say("list").lines().filter(row -> row.startsWith("strategy/sample")).findFirst().orElseThrow().split(" ")[4];

    Files.delete(dropped);
    Files.copy(TestBundle.sample("second").write(jars.resolve("second.jar")), dropped);
    eventuallyNot("list", digest);
    eventually("ids strategy", "sample");
    platform.say("lease new");
    assertThat(platform.say("get new strategy sample")).startsWith("second ");
    assertThat(platform.say("get old strategy sample")).startsWith("first ");

    Files.delete(dropped);
    eventuallyNot("ids strategy", "sample");
    platform.say("close old");
    platform.say("close new");
  }

  @Test
  void waitsForAJarThatIsStillBeingWritten() throws Exception {
    folder();
    platform = BootedPlatform.boot(home);
    platform.say("list");
    byte[] bytes = Files.readAllBytes(TestBundle.sample("slow").write(jars.resolve("slow.jar")));
    Path dropped = folder().resolve("slow.jar");
    try (OutputStream out = Files.newOutputStream(dropped)) {
      for (int i = 0; i < bytes.length; i += bytes.length / 8 + 1) {
        out.write(bytes, i, Math.min(bytes.length / 8 + 1, bytes.length - i));
        Thread.sleep(250);
        assertThat(platform.say("problems")).isEmpty();
      }
    }
    eventually("ids strategy", "sample");
  }

  @Test
  void tellsWhyAFileWasRefusedAndForgetsItWithTheFile() throws Exception {
    Path dropped = Files.writeString(folder().resolve("text.jar"), "no zip");
    platform = BootedPlatform.boot(home);
    eventually("problems", "text.jar: is no complete jar");
    Files.delete(dropped);
    eventuallyNot("problems", "text.jar");
  }

  @Test
  void deletesTheJarOfAPluginThatIsRemovedByCommand() throws Exception {
    Path dropped = TestBundle.sample("dropped").write(folder().resolve("sample.jar"));
    platform = BootedPlatform.boot(home);
    platform.say("remove sample");
    assertThat(dropped).doesNotExist();
    assertThat(platform.say("ids strategy")).doesNotContain("sample");
  }
}
