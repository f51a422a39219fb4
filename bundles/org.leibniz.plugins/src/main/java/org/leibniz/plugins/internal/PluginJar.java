package org.leibniz.plugins.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.leibniz.api.LeibnizException;

/**
 * What a file must be to be installed: a whole zip (every entry is read and its checksum compared, which is what finds a file
 * that was still being written), a bundle with a symbolic name, and at least one plugin descriptor. The file is hostile:
 * sizes are bounded and nothing is unpacked.
 *
 * @param symbolicName of the bundle; a jar with the same one replaces it
 */
record PluginJar(String symbolicName, String version, Set<PluginKey> keys) {
  static final long LARGEST_FILE = 128L << 20;
  private static final long LARGEST_CONTENT = 512L << 20;
  private static final long LARGEST_MANIFEST = 1L << 20;
  private static final int MOST_ENTRIES = 20_000;
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  /**
   * Reads the whole file.
   *
   * @param shown the name to use in messages
   * @throws LeibnizException with {@code BAD_INPUT} where it is no such jar
   */
  static PluginJar inspect(Path file, String shown) {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw wrong(shown, "is larger than " + (LARGEST_FILE >> 20) + " MiB");
      }
      try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
        checkEntries(zip, shown);
        return read(zip, shown);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw wrong(shown, "is no complete jar: " + e.getMessage());
    }
  }

  private static void checkEntries(ZipFile zip, String shown) throws IOException {
    if (zip.size() > MOST_ENTRIES) {
      throw wrong(shown, "has more than " + MOST_ENTRIES + " entries");
    }
    Set<String> names = new HashSet<>();
    byte[] buffer = new byte[1 << 16];
    long left = LARGEST_CONTENT;
    for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
      ZipEntry entry = entries.nextElement();
      checkName(entry.getName(), shown);
      if (!names.add(entry.getName())) {
        throw wrong(shown, "has two entries named " + entry.getName());
      }
      CRC32 checksum = new CRC32();
      long size = 0;
      try (InputStream in = zip.getInputStream(entry)) {
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          checksum.update(buffer, 0, n);
          size += n;
          left -= n;
          if (left < 0) {
            throw wrong(shown, "unpacks to more than " + (LARGEST_CONTENT >> 20) + " MiB");
          }
        }
      }
      if (!entry.isDirectory() && (entry.getCrc() != checksum.getValue() || entry.getSize() != size)) {
        throw wrong(shown, "is damaged or incomplete at entry " + entry.getName());
      }
    }
  }

  private static void checkName(String name, String shown) {
    boolean climbs = ("/" + name.replace('\\', '/') + "/").contains("/../");
    if (name.isEmpty() || name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0 || climbs) {
      throw wrong(shown, "has an entry with the unsafe name '" + name.replaceAll("\\p{Cntrl}", "?") + "'");
    }
  }

  private static PluginJar read(ZipFile zip, String shown) throws IOException {
    ZipEntry entry = zip.getEntry(MANIFEST);
    if (entry == null || entry.getSize() > LARGEST_MANIFEST) {
      throw wrong(shown, "is no bundle: it has no " + MANIFEST);
    }
    Attributes headers;
    try (InputStream in = zip.getInputStream(entry)) {
      headers = new Manifest(in).getMainAttributes();
    }
    String name = headers.getValue("Bundle-SymbolicName");
    if (name == null || name.isBlank() || !"2".equals(headers.getValue("Bundle-ManifestVersion"))) {
      throw wrong(shown, "is no bundle: its manifest has no Bundle-SymbolicName (build it with bnd-maven-plugin)");
    }
    if (headers.getValue("Fragment-Host") != null) {
      throw wrong(shown, "is a fragment of another bundle; a plugin is a bundle of its own");
    }
    if (name.contains("singleton:=")) {
      throw wrong(shown, "is a singleton bundle; revisions of a plugin must be able to live side by side");
    }
    String version = headers.getValue("Bundle-Version");
    return new PluginJar(name.split(";", 2)[0].strip(), version == null ? "0.0.0" : version.strip(), keys(zip, shown));
  }

  private static Set<PluginKey> keys(ZipFile zip, String shown) throws IOException {
    Set<PluginKey> keys = new TreeSet<>();
    for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
      ZipEntry entry = entries.nextElement();
      if (!entry.getName().startsWith(PluginKey.FOLDER) || !entry.getName().endsWith(".json")) {
        continue;
      }
      PluginKey key =
          PluginKey.ofDescriptor(entry.getName())
              .orElseThrow(
                  () ->
                      wrong(
                          shown,
                          entry.getName()
                              + ": expected LEIBNIZ-INF/<kind>-<id>.json with a kind of dataset, model, strategy, executor,"
                              + " grader, metric"));
      try (InputStream in = zip.getInputStream(entry)) {
        DescriptorReader.read(key, "", shown, in);
      }
      keys.add(key);
    }
    if (keys.isEmpty()) {
      throw wrong(shown, "has no plugin descriptor LEIBNIZ-INF/<kind>-<id>.json");
    }
    return keys;
  }

  private static LeibnizException wrong(String shown, String problem) {
    return LeibnizException.badInput(shown + ": " + problem);
  }
}
