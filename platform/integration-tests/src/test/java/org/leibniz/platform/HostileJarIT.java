package org.leibniz.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no plugin are refused in one line and leave everything as it was. */
class HostileJarIT {
  private static final String MANIFEST =
      "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: org.example.hostile\n";

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

  private String refusal(Path jar) throws Exception {
    String before = platform.say("list");
    String answer = platform.say("install " + jar);
    assertThat(answer.lines()).hasSize(1);
    assertThat(answer).startsWith("BAD_INPUT " + jar + ": ");
    assertThat(platform.say("list")).isEqualTo(before);
    return answer.substring(("BAD_INPUT " + jar + ": ").length());
  }

  private Path zip(Map<String, String> entries) throws Exception {
    Path jar = Files.createTempFile(jars, "hostile", ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private Path bundle(String path, String content) throws Exception {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("META-INF/MANIFEST.MF", MANIFEST);
    entries.put(path, content);
    return zip(entries);
  }

  @Test
  void refusesWhatIsNoJar() throws Exception {
    assertThat(refusal(Files.writeString(jars.resolve("text.jar"), "no zip"))).startsWith("is no complete jar");
    assertThat(refusal(jars.resolve("absent.jar"))).isEqualTo("no such file");
    assertThat(refusal(jars)).isEqualTo("is no file");
  }

  @Test
  void refusesAJarThatIsNoBundleOrHasNoPlugin() throws Exception {
    assertThat(refusal(zip(Map.of("a.txt", "x")))).startsWith("is no bundle");
    assertThat(refusal(zip(Map.of("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n"))))
        .contains("has no Bundle-SymbolicName");
    assertThat(refusal(zip(Map.of("META-INF/MANIFEST.MF", MANIFEST)))).startsWith("has no plugin descriptor");
  }

  @Test
  void refusesADescriptorThatCannotBeUsed() throws Exception {
    assertThat(refusal(bundle("LEIBNIZ-INF/strategy-x.json", "{\"label\": "))).contains("LEIBNIZ-INF/strategy-x.json: is no JSON");
    assertThat(refusal(bundle("LEIBNIZ-INF/strategy-x.json", "{}"))).contains("label: expected a text");
    assertThat(refusal(bundle("LEIBNIZ-INF/strategi-x.json", "{}"))).contains("expected LEIBNIZ-INF/<kind>-<id>.json");
    assertThat(refusal(bundle("LEIBNIZ-INF/strategy-x.json", "[".repeat(100_000)))).contains("is no JSON");
  }

  @Test
  void refusesEntriesThatClimbOutOfTheJar() throws Exception {
    assertThat(refusal(bundle("../../escape.txt", "x"))).contains("unsafe name '../../escape.txt'");
    assertThat(refusal(bundle("/etc/escape.txt", "x"))).contains("unsafe name");
  }

  @Test
  void refusesAJarThatUnpacksToTooMuch() throws Exception {
    Path bomb = jars.resolve("bomb.jar");
    byte[] zeros = new byte[1 << 20];
    try (OutputStream file = Files.newOutputStream(bomb);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.setLevel(Deflater.BEST_SPEED);
      zip.putNextEntry(new ZipEntry("zeros"));
      for (int i = 0; i < 600; i++) {
        zip.write(zeros);
      }
    }
    assertThat(refusal(bomb)).isEqualTo("unpacks to more than 512 MiB");
  }

  @Test
  void refusesAJarThatIsDamagedInTheMiddle() throws Exception {
    Path jar = TestBundle.sample("x").write(jars.resolve("damaged.jar"));
    byte[] bytes = Files.readAllBytes(jar);
    Arrays.fill(bytes, bytes.length / 3, bytes.length / 3 + 40, (byte) 0);
    Files.write(jar, bytes);
    assertThat(refusal(jar)).isNotEmpty();
  }

  @Test
  void refusesABundleThatWouldDisturbOthers() throws Exception {
    assertThat(
            refusal(
                TestBundle.sample("x")
                    .header("Export-Package", "org.leibniz.platform.sample;version=1.0.0")
                    .write(jars.resolve("exporting.jar"))))
        .contains("exports the package org.leibniz.platform.sample, which is the platform's");
    assertThat(
            refusal(
                TestBundle.sample("x")
                    .header("Bundle-SymbolicName", "org.example.sample;singleton:=true")
                    .write(jars.resolve("singleton.jar"))))
        .startsWith("is a singleton bundle");
  }
}
