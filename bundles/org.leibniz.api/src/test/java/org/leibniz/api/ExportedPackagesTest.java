package org.leibniz.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExportedPackagesTest {
  @Test
  void everyPackageIsExportedAndVersioned() throws IOException {
    Path root = Path.of("src/main/java/org/leibniz/api");
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> folders = files.filter(Files::isDirectory).toList();
      assertThat(folders).allSatisfy(folder -> assertThat(Files.readString(folder.resolve("package-info.java"))).contains("@Export").contains("@Version("));
    }
  }
}
