package org.leibniz.cli.internal.create;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a strategy plugin's project. */
@Command(
    name = "strategy",
    description = "Makes a Maven project of its own with a strategy plugin: a class, its descriptor, a test.",
    footer = {
      "leibniz new strategy my-strategy",
      "mvn -f my-strategy package && leibniz plugins install my-strategy/target/my-strategy-1.0.0.jar"
    })
public final class NewStrategyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Folder to make; its last part is the strategy's id.")
  String name;

  private final Context context;

  public NewStrategyCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Path folder = context.path(name);
    String id = Scaffold.checked(String.valueOf(folder.getFileName()));
    String type = className(id);
    String plain = id.replace("-", "");
    String inPackage = "org.example." + (Character.isDigit(plain.charAt(0)) ? "strategy" + plain : plain);
    Path sources = folder.resolve("src/main/java").resolve(inPackage.replace('.', '/'));
    Path tests = folder.resolve("src/test/java").resolve(inPackage.replace('.', '/'));
    Map<String, String> words =
        Map.of(
            "NAME", id, "CLASS", type, "PACKAGE", inPackage, "VERSION", mavenVersion(context.version()),
            "REPOSITORY", repository().toString());
    new Scaffold(words)
        .add(folder.resolve("pom.xml"), "strategy/pom.xml")
        .add(folder.resolve(".gitignore"), "strategy/gitignore")
        .add(sources.resolve(type + ".java"), "strategy/Strategy.java.txt")
        .add(tests.resolve(type + "Test.java"), "strategy/StrategyTest.java.txt")
        .add(folder.resolve("src/main/resources/LEIBNIZ-INF/strategy-" + id + ".json"), "strategy/descriptor.json")
        .write(context.console(), context.folder());
    context.console().line("");
    context.console().line("next:  mvn -f " + name + " package");
    context.console().line("       leibniz plugins install " + name + "/target/" + id + "-1.0.0.jar");
    context.console().line("       leibniz run FILE --strategy " + id);
    return ExitStatus.DONE;
  }

  /** The Maven repository with API and contract tests that lies in every distribution. */
  private static Path repository() {
    return Path.of(System.getProperty("leibniz.install", "."), "repository").toAbsolutePath().normalize();
  }

  private static String className(String id) {
    StringBuilder type = new StringBuilder();
    for (String word : id.split("-")) {
      if (!word.isEmpty()) {
        type.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    String name = Character.isDigit(type.charAt(0)) ? "Strategy" + type : type.toString();
    return name.endsWith("Strategy") ? name : name + "Strategy";
  }

  /** A bundle's {@code 0.1.0.SNAPSHOT} is Maven's {@code 0.1.0-SNAPSHOT}. */
  private static String mavenVersion(String bundleVersion) {
    return bundleVersion.replaceFirst("^([0-9]+\\.[0-9]+\\.[0-9]+)\\.", "$1-");
  }
}
