package org.leibniz.executor.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The programs of this kit. */
public final class Kit {
  private static final List<String> ORDINARY =
      List.of(
          "algebra", "analysis", "arithmetic", "errors", "exact", "lists-and-dictionaries", "number-theory", "output", "programs",
          "sessions", "text", "unicode");
  private static final List<String> HOSTILE = List.of("interpreter", "memory", "system", "time");

  private Kit() {}

  /** Programs with the results that IPython 8.18 gives for them under CPython 3.11 with sympy 1.14.0. */
  public static List<KitProgram> ordinary() {
    return programs("ordinary", ORDINARY);
  }

  /** Programs that must harm nobody. Their code has places for {@link Traps}. */
  public static List<KitProgram> hostile() {
    return programs("hostile", HOSTILE);
  }

  private static List<KitProgram> programs(String folder, List<String> topics) {
    return topics.stream().flatMap(topic -> KitFile.read(topic, text(folder, topic)).stream()).toList();
  }

  /** SHA-256 of all programs and their expected results. */
  public static String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Stream.concat(ORDINARY.stream().map(topic -> text("ordinary", topic)), HOSTILE.stream().map(topic -> text("hostile", topic)))
          .forEach(text -> digest.update(text.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(String folder, String topic) {
    try (InputStream in = Kit.class.getResourceAsStream(folder + "/" + topic + ".py")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
