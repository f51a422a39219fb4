package org.leibniz.platform;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a bundle out of one package of the test classes. */
final class TestBundle {
  private final String classes;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final List<String> resources = new ArrayList<>();

  private TestBundle(String classes) {
    this.classes = classes;
    headers.put("Bundle-SymbolicName", "org.example." + classes);
    headers.put("Bundle-Version", "1.0.0");
    headers.put("-exportcontents", "");
    headers.put("-noextraheaders", "true");
    headers.put("-reproducible", "true");
  }

  /** The classes of {@code org.leibniz.platform.<classes>}. */
  static TestBundle of(String classes) {
    return new TestBundle(classes);
  }

  /** A plugin whose only class is {@link org.leibniz.platform.sample.SampleStrategy}, saying {@code variant}. */
  static TestBundle sample(String variant) {
    return of("sample").descriptor("strategy-sample").resource("variant.txt", variant);
  }

  TestBundle header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  TestBundle resource(String path, String content) {
    resources.add(path + ";literal='" + content + "'");
    return this;
  }

  TestBundle descriptor(String name) {
    return resource("LEIBNIZ-INF/" + name + ".json", "{\"label\": \"A sample\", \"description\": \"For tests.\"}");
  }

  Path write(Path file) throws Exception {
    try (Builder builder = new Builder()) {
      builder.addClasspath(testClasses());
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
        if (entry.contains("leibniz") || entry.contains("osgi")) {
          builder.addClasspath(new File(entry));
        }
      }
      builder.setProperty("Private-Package", "org.leibniz.platform." + classes);
      headers.forEach(builder::setProperty);
      if (!resources.isEmpty()) {
        builder.setProperty("-includeresource", String.join(",", resources));
      }
      try (Jar jar = builder.build()) {
        if (!builder.isOk()) {
          throw new IllegalStateException(builder.getErrors().toString());
        }
        jar.write(file.toFile());
      }
    }
    return file;
  }

  private static File testClasses() throws URISyntaxException {
    return new File(TestBundle.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
