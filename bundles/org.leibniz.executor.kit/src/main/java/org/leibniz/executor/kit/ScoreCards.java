package org.leibniz.executor.kit;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The score cards measured on this machine, one an executor, in {@code scorecards} of the home folder. A card holds for the
 * interpreter, the bundle and the kit it was measured with, and for no other.
 */
public record ScoreCards(Path home) {
  /** Those of the home folder that the launcher sets. */
  public static ScoreCards ofProcess() {
    return new ScoreCards(
        Path.of(System.getProperty("leibniz.home", Path.of(System.getProperty("user.home", "."), ".leibniz").toString())));
  }

  private Path file(String executor) {
    return home.resolve("scorecards").resolve(executor + ".properties");
  }

  /** The last card of an executor, whatever it was measured with; empty where there is none or it cannot be read. */
  public Optional<ScoreCard> last(String executor) {
    Path file = file(executor);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Properties written = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      written.load(in);
      return Optional.of(
          new ScoreCard(
              executor,
              written.getProperty("version", ""),
              written.getProperty("digest", ""),
              written.getProperty("kit", ""),
              Integer.parseInt(written.getProperty("ordinary")),
              Integer.parseInt(written.getProperty("ordinary.of")),
              Integer.parseInt(written.getProperty("hostile")),
              Integer.parseInt(written.getProperty("hostile.of")),
              written.getProperty("failed", "").lines().toList(),
              Instant.parse(written.getProperty("measured"))));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The card that holds for what is installed now. */
  public Optional<ScoreCard> valid(String executor, String version, String digest) {
    return last(executor)
        .filter(card -> card.version().equals(version) && card.digest().equals(digest) && card.kit().equals(Kit.digest()));
  }

  /** Keeps a card in place of the executor's last one, in one step. */
  public void keep(ScoreCard card) {
    Properties written = new Properties();
    written.setProperty("version", card.version());
    written.setProperty("digest", card.digest());
    written.setProperty("kit", card.kit());
    written.setProperty("ordinary", String.valueOf(card.ordinary()));
    written.setProperty("ordinary.of", String.valueOf(card.ordinaryOf()));
    written.setProperty("hostile", String.valueOf(card.hostile()));
    written.setProperty("hostile.of", String.valueOf(card.hostileOf()));
    written.setProperty("failed", String.join("\n", card.failed()));
    written.setProperty("measured", card.measured().toString());
    Path file = file(card.executor());
    try {
      Files.createDirectories(file.getParent());
      Path made = Files.createTempFile(file.getParent(), card.executor(), ".tmp");
      try (Writer out = Files.newBufferedWriter(made)) {
        written.store(out, "What the executor did with the kit; see docs/executors.md");
      }
      Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
