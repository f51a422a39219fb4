package org.leibniz.plugins.internal;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is new in the folder {@code plugins/}. A jar counts as there only when its size, time and identity were the same in
 * several scans in a row, or are old: it may be in the middle of being copied. Used by one thread at a time.
 */
final class DropFolder {
  private static final int STABLE_SCANS = 3;
  private static final long OLD_MILLIS = 3_000;

  private final Path folder;
  private final Map<String, Sighting> sightings = new HashMap<>();

  /** How a file looked, and how often in a row it looked like that. */
  private record Sighting(long size, long modified, Object fileKey, int times) {
    boolean sameAs(Sighting other) {
      return size == other.size
          && modified == other.modified
          && (fileKey == null ? other.fileKey == null : fileKey.equals(other.fileKey));
    }
  }

  /**
   * What a scan found.
   *
   * @param arrived files to take in
   * @param gone names of files that were taken in or refused and are not there any more
   * @param pending whether a file is there that may still be changing
   */
  record Scan(Map<String, StoreState.Dropped> arrived, List<String> gone, boolean pending) {}

  DropFolder(Path folder) {
    this.folder = folder;
  }

  Scan scan(Map<String, StoreState.Dropped> known) {
    Map<String, StoreState.Dropped> arrived = new TreeMap<>();
    Map<String, Sighting> now;
    try {
      now = look();
    } catch (IOException e) {
      // What cannot be looked at has not changed.
      return new Scan(Map.of(), List.of(), false);
    }
    boolean pending = false;
    for (Map.Entry<String, Sighting> entry : now.entrySet()) {
      Sighting seen = entry.getValue();
      StoreState.Dropped done = known.get(entry.getKey());
      if (done != null && done.size() == seen.size() && done.modified() == seen.modified()) {
        continue;
      }
      if (seen.times() >= STABLE_SCANS || System.currentTimeMillis() - seen.modified() > OLD_MILLIS) {
        arrived.put(entry.getKey(), new StoreState.Dropped(seen.size(), seen.modified(), ""));
      } else {
        pending = true;
      }
    }
    List<String> gone = new ArrayList<>(known.keySet());
    gone.removeAll(now.keySet());
    return new Scan(arrived, gone, pending);
  }

  private Map<String, Sighting> look() throws IOException {
    Map<String, Sighting> now = new HashMap<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
        for (Path jar : jars) {
          sighting(jar, now);
        }
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      }
    }
    sightings.clear();
    sightings.putAll(now);
    return now;
  }

  private void sighting(Path jar, Map<String, Sighting> now) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        return;
      }
      String name = jar.getFileName().toString();
      Sighting seen = new Sighting(attributes.size(), attributes.lastModifiedTime().toMillis(), attributes.fileKey(), 1);
      Sighting before = sightings.get(name);
      boolean same = before != null && before.sameAs(seen);
      now.put(name, same ? new Sighting(seen.size(), seen.modified(), seen.fileKey(), before.times() + 1) : seen);
    } catch (IOException e) {
      // Deleted while it was looked at.
    }
  }
}
