package org.leibniz.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script and {@code Main}, with a command line of the test's own in the real distribution's place. */
class LauncherIT {
  @TempDir Path folder;

  private Path install;
  private Path home;

  /** A distribution whose command line is {@link org.leibniz.platform.commandline.EchoCommandLine}. */
  @BeforeEach
  void distribution() throws Exception {
    install = Files.createDirectories(folder.resolve("in a folder with spaces/leibniz"));
    home = folder.resolve("home");
    Path original = BootedPlatform.distribution().toRealPath();
    copy(original, install, "leibniz", "stamp", "bundles.sha256");
    for (String part : List.of("lib", "bundles/1")) {
      Files.createDirectories(install.resolve(part));
      try (Stream<Path> files = Files.list(original.resolve(part))) {
        for (Path file : files.toList()) {
          copy(original, install, part + "/" + file.getFileName());
        }
      }
    }
    Path commands = Files.createDirectories(install.resolve("bundles/3"));
    TestBundle.of("commandline").write(commands.resolve("commandline.jar"));
  }

  private static void copy(Path from, Path to, String... files) throws Exception {
    for (String file : files) {
      Files.copy(from.resolve(file), to.resolve(file));
      to.resolve(file).toFile().setExecutable(from.resolve(file).toFile().canExecute());
    }
  }

  private ProcessBuilder command(Path script, String... arguments) {
    List<String> words = new ArrayList<>(List.of(script.toString()));
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().put("LEIBNIZ_HOME", home.toString());
    return builder;
  }

  private Finished leibniz(String... arguments) throws Exception {
    return Finished.run(command(install.resolve("leibniz"), arguments));
  }

  @Test
  void handsOverTheArgumentsAsTheyAre() throws Exception {
    Finished finished = leibniz("two  spaces", "*", "ä∑", "");
    assertThat(finished).isEqualTo(new Finished(0, "two  spaces * ä∑ \n", ""));
  }

  @Test
  void leavesWithTheStatusOfTheCommand() throws Exception {
    assertThat(leibniz("exit", "0").status()).isZero();
    assertThat(leibniz("exit", "2").status()).isEqualTo(2);
  }

  @Test
  void tellsAnInternalErrorInOneLine() throws Exception {
    Finished finished = leibniz("throw", "a defect");
    assertThat(finished.status()).isEqualTo(3);
    assertThat(finished.errors().lines()).hasSize(1);
    assertThat(finished.errors()).startsWith("leibniz: internal error: ").contains("a defect");
    assertThat(finished.out()).isEmpty();
  }

  @Test
  void leavesAlthoughAThreadIsLeftBehind() throws Exception {
    assertThat(leibniz("linger")).isEqualTo(new Finished(0, "lingering\n", ""));
  }

  @Test
  void startsThroughASymbolicLinkFromAnyFolder() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("calculemus"), install.resolve("leibniz"));
    Path second = Files.createSymbolicLink(folder.resolve("again"), Path.of("calculemus"));
    assertThat(Finished.run(command(link, "hello")).out()).isEqualTo("hello\n");
    assertThat(Finished.run(command(second, "hello")).out()).isEqualTo("hello\n");
  }

  @Test
  void tellsBundlesWhereThingsAre() throws Exception {
    assertThat(leibniz("property", "leibniz.home").out().strip()).isEqualTo(home.toString());
    assertThat(leibniz("property", "leibniz.cache").out().strip()).isEqualTo(home.resolve("cache").toString());
    assertThat(leibniz("property", "leibniz.python.home").out().strip())
        .isEqualTo(install.toRealPath().resolve("python").toString());
    assertThat(leibniz("property", "leibniz.version").out().strip()).isNotEqualTo("null");
  }

  @Test
  void makesItsArchiveOfClassesOnceAlsoWhenManyStartAtATime() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      processes.add(command(install.resolve("leibniz"), "hello").start());
    }
    for (Process process : processes) {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).isZero();
    }
    try (Stream<Path> files = Files.walk(home.resolve("cache/start"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".jsa"))).hasSize(1);
    }
    assertThat(leibniz("hello")).isEqualTo(new Finished(0, "hello\n", ""));
  }

  @Test
  void startsWhereTheUsersFolderCannotBeWritten() throws Exception {
    ProcessBuilder builder = command(install.resolve("leibniz"), "hello");
    builder.environment().put("LEIBNIZ_HOME", "/proc/nowhere");
    Finished finished = Finished.run(builder);
    assertThat(finished.status()).isZero();
    assertThat(finished.out()).isEqualTo("hello\n");
  }

  @Test
  void letsACommandWriteDownWhatItHasWhenItIsAskedToEnd() throws Exception {
    Process process = command(install.resolve("leibniz"), "drain").redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).isEqualTo("running");
      // Process.destroy would close the stream that is still to be read.
      process.toHandle().destroy();
      assertThat(out.readLine()).isEqualTo("drained");
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
    try (Stream<Path> left = Files.list(home.resolve("cache/framework"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void namesWhatIsMissingWhereThereIsNoCommandLine() throws Exception {
    Path commands = install.resolve("bundles/3/commandline.jar");
    TestBundle.of("commandline").header("Import-Package", "org.example.absent;version='[1,2)',*").write(commands);
    Finished finished = leibniz("hello");
    assertThat(finished.status()).isEqualTo(3);
    assertThat(finished.errors()).contains("no bundle offers a command line").contains("org.example.absent");
  }

  @Test
  void sweepsFrameworkFoldersOfProcessesThatWereKilled() throws Exception {
    Path abandoned = Files.createDirectories(home.resolve("cache/framework/999999999-left/bundle0"));
    leibniz("hello");
    assertThat(abandoned.getParent()).doesNotExist();
  }
}
