package org.leibniz.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.cli.internal.Cli.Done;

class CommandsTest {
  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void setUp() {
    cli = new Cli(temporary);
  }

  @Test
  void versionAndHelpNeedNothing() {
    assertThat(cli.run("--version").out()).isEqualTo("leibniz 0.1.0.SNAPSHOT\n");
    Done help = cli.run("--help");
    assertThat(help.status()).isZero();
    assertThat(help.out()).contains("run", "compare", "datasets", "doctor", "generate", "train");
  }

  @Test
  void withoutArgumentsShowsHelp() {
    assertThat(cli.run()).satisfies(done -> assertThat(done.status()).isZero()).satisfies(done -> assertThat(done.out()).contains("Usage: leibniz"));
  }

  @Test
  void helpOfACommandHasExamples() {
    assertThat(cli.run("help", "run").out()).contains("Examples", "leibniz run sample-workspaces/quickstart", "--set");
    assertThat(cli.run("run", "--help").out()).isEqualTo(cli.run("help", "run").out());
  }

  @Test
  void badUsageIsOneLineWithTheHelpThatExplains() {
    Done unknown = cli.run("rnu", "x.yaml");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err().lines()).hasSize(1);
    assertThat(unknown.err()).contains("rnu", "did you mean", "leibniz help");
    Done option = cli.run("show", "abc", "--jsn");
    assertThat(option.status()).isEqualTo(2);
    assertThat(option.err().lines()).hasSize(1);
    assertThat(option.err()).contains("--jsn", "see: leibniz help show");
    Done missing = cli.run("judge", "--grader", "exact");
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err().lines()).hasSize(1);
    assertThat(cli.run("new").err()).contains("new what?");
  }

  @Test
  void anInternalErrorIsOneLineThatNamesTheLog() throws Exception {
    Done done = cli.run("plugins", "diag");
    assertThat(done.status()).isEqualTo(3);
    assertThat(done.err().lines()).hasSize(1);
    Path log = Path.of(done.err().strip().replaceFirst(".*details in ", ""));
    assertThat(log).startsWith(cli.folder.resolve(".leibniz/logs"));
    assertThat(Files.readString(log)).contains("UnsupportedOperationException", "at org.leibniz.cli");
  }

  @Test
  void everyCommandHasDescriptionAndExamples() {
    Context context = new Context(null, null, null, temporary, temporary, "0");
    Console console = new Console(System.out, System.err, false, 100, false);
    new Commands(new Context(console, null, java.util.Map.of(), temporary, temporary, context.version()))
        .all()
        .getSubcommands()
        .forEach(
            (name, command) -> {
              assertThat(command.getCommandSpec().usageMessage().description()).as(name).isNotEmpty();
              if (!name.equals("help")) {
                assertThat(command.getCommandSpec().usageMessage().footer()).as(name).isNotEmpty();
              }
            });
  }

  @Test
  void completionIsAScriptForAllCommands() {
    assertThat(cli.run("completion").out()).contains("_complete_leibniz", "grade-diff");
  }

  @Test
  void readingUsesTheWorkspaceUsedLastAndSaysSo() {
    cli.run("runs");
    cli.at = temporary;
    Done done = cli.run("runs");
    assertThat(done.status()).isZero();
    assertThat(done.err()).contains("using the workspace used last: " + cli.folder);
  }

  @Test
  void readingWithoutAnyWorkspaceSaysHowToMakeOne() {
    cli.at = temporary;
    Done done = cli.run("show", "@last");
    assertThat(done.status()).isEqualTo(2);
    assertThat(done.err()).contains("no workspace here", "leibniz new workspace").doesNotContain("\tat ");
  }

  @Test
  void scaffoldsWriteAllFilesOrNone() {
    Done made = cli.run("new", "workspace", "my-study");
    assertThat(made.status()).isZero();
    assertThat(cli.folder.resolve("my-study/runs/first.yaml")).exists();
    assertThat(cli.run("new", "workspace", "my-study").status()).isEqualTo(2);
    assertThat(cli.run("new", "strategy", "Bad Name").status()).isEqualTo(2);
    assertThat(cli.run("new", "strategy", "check-twice").status()).isZero();
    assertThat(cli.folder.resolve("check-twice/src/main/java/org/example/checktwice/CheckTwiceStrategy.java"))
        .content()
        .contains("class CheckTwiceStrategy", "\"=check-twice\"");
  }
}
