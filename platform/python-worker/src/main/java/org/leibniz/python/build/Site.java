package org.leibniz.python.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;

/**
 * {@code Site FROM TO LABEL}: copies the Python packages that programs may use, without their tests, and compiles them.
 *
 * <p>The compiled files are of the kind whose source is not looked at again ("unchecked hash"): those with time stamps
 * would be ignored after a copy, and importing sympy would take twice as long.
 */
public final class Site {
  private static final List<String> PACKAGES = List.of("mpmath", "sympy");
  private static final Set<String> LEFT_OUT = Set.of("tests", "benchmarks", "__pycache__");
  private static final String STAMP = ".label";

  private Site() {}

  public static void main(String[] arguments) throws IOException {
    Path from = sitePackages(Path.of(arguments[0]));
    Path to = Path.of(arguments[1]).toAbsolutePath();
    String label = arguments[2];
    Path stamp = to.resolve(STAMP);
    if (Files.isRegularFile(stamp) && Files.readString(stamp).equals(label)) {
      return;
    }
    delete(to);
    for (String name : PACKAGES) {
      copy(from.resolve(name), to.resolve(name));
    }
    compile(to);
    Files.writeString(stamp, label, StandardCharsets.UTF_8);
  }

  private static Path sitePackages(Path environment) throws IOException {
    try (Stream<Path> folders = Files.find(environment, 5, (path, is) -> path.endsWith("site-packages"))) {
      return folders
          .filter(folder -> Files.isDirectory(folder.resolve("sympy")))
          .findFirst()
          .orElseThrow(() -> new IOException("no site-packages with sympy below " + environment));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (LEFT_OUT.contains(folder.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void compile(Path site) {
    try (Context context =
        Context.newBuilder("python")
            .allowAllAccess(true)
            .allowExperimentalOptions(true)
            .option("engine.WarnInterpreterOnly", "false")
            .option("python.PosixModuleBackend", "java")
            .build()) {
      context.getBindings("python").putMember("folder", site.toString());
      context.eval(
          "python",
          """
          import compileall, py_compile
          mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
          # The path in tracebacks starts at the package, so that the files may lie anywhere.
          done = compileall.compile_dir(folder, quiet=1, invalidation_mode=mode, stripdir=folder, prependdir="/site", workers=1)
          if not done:
              raise SystemExit("some packages did not compile")
          """);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
