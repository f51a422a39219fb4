package org.leibniz.cli.internal.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The SHA-256 of each file in a folder.
 *
 * @param byName in order of name
 */
record FileDigests(Map<String, String> byName) {
  /** In the form of {@code sha256sum}, which checks it with {@code -c}. */
  static final String LIST = "SHA256SUMS";

  private static final int MOST_DEPTH = 16;

  static FileDigests of(Path folder) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder, MOST_DEPTH, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!name.equals(LIST)) {
          digests.put(name, digest(file));
        }
      }
    }
    return new FileDigests(digests);
  }

  String list() {
    return byName.entrySet().stream().map(entry -> entry.getValue() + "  " + entry.getKey() + "\n")
        .collect(Collectors.joining());
  }

  /** That of the only file, or of the list. */
  String digest() {
    return byName.size() == 1
        ? byName.values().iterator().next()
        : HexFormat.of().formatHex(sha256().digest(list().getBytes(StandardCharsets.UTF_8)));
  }

  private static String digest(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[1 << 18];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
