package org.leibniz.plugins.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;

/**
 * What outlives a process, in the user's folder: {@code revisions/<sha256>.jar}, {@code plugins.json} and the drop folder
 * {@code plugins/}. Several processes may use it at a time: files are moved into place whole, and the state changes only under
 * a file lock. Thread-safe.
 */
final class PluginStore {
  /** A jar that was copied in. */
  record Stored(String digest, PluginJar jar) {}

  private static final Duration ABANDONED = Duration.ofHours(1);

  private final Path home;

  /** Guards the file lock, which belongs to the whole process. */
  private final ReentrantLock writing = new ReentrantLock();

  PluginStore(Path home) {
    this.home = home;
  }

  Path dropFolder() {
    return home.resolve("plugins");
  }

  Path revision(String digest) {
    return revisions().resolve(digest + ".jar");
  }

  private Path revisions() {
    return home.resolve("revisions");
  }

  private Path stateFile() {
    return home.resolve("plugins.json");
  }

  /** Changes when another process has changed the state; compared, not parsed. */
  String stateMark() {
    try {
      BasicFileAttributes attributes = Files.readAttributes(stateFile(), BasicFileAttributes.class);
      return attributes.lastModifiedTime() + "/" + attributes.size() + "/" + attributes.fileKey();
    } catch (IOException e) {
      return "";
    }
  }

  StoreState read() {
    try {
      return StoreState.ofTree(Json.read(Files.readAllBytes(stateFile())));
    } catch (NoSuchFileException e) {
      return StoreState.EMPTY;
    } catch (IOException e) {
      throw new LeibnizException(
          ErrorCode.BAD_INPUT,
          stateFile() + ": cannot be read (" + Json.problem(e) + "); delete it to start without installed plugins",
          e);
    }
  }

  /** Applies {@code change} to the state as it is on disk, and deletes revisions that nothing refers to any more. */
  StoreState update(UnaryOperator<StoreState> change) {
    writing.lock();
    try {
      Files.createDirectories(home);
      try (FileChannel channel =
              FileChannel.open(home.resolve("plugins.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = lock(channel)) {
        assert lock.isValid();
        StoreState before = read();
        StoreState after = change.apply(before);
        if (!after.equals(before)) {
          Path temporary = Files.createTempFile(home, "plugins-", ".json");
          Files.write(temporary, Json.write(after.toTree()));
          move(temporary, stateFile());
        }
        sweep(after.digests());
        return after;
      }
    } catch (IOException e) {
      throw cannotWrite(e);
    } finally {
      writing.unlock();
    }
  }

  /** Waits also for another platform in this process, which the file lock would refuse at once instead of waiting. */
  private static FileLock lock(FileChannel channel) throws IOException {
    while (true) {
      try {
        return channel.lock();
      } catch (OverlappingFileLockException e) {
        try {
          Thread.sleep(5);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          throw new InterruptedIOException("interrupted while another platform was changing the plugins");
        }
      }
    }
  }

  /**
   * Copies {@code jar} while hashing it, checks the copy, and keeps it under its digest. It stays although nothing refers to
   * it, for an hour, so that the caller can try it before it changes the state.
   */
  Stored copyIn(Path jar) {
    if (!Files.isRegularFile(jar)) {
      throw LeibnizException.badInput(jar + (Files.exists(jar) ? ": is no file" : ": no such file"));
    }
    try {
      Files.createDirectories(revisions());
      Path copy = Files.createTempFile(revisions(), "incoming-", ".jar");
      try {
        String digest = copy(jar, copy);
        PluginJar checked = PluginJar.inspect(copy, jar.toString());
        move(copy, revision(digest));
        return new Stored(digest, checked);
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private static String copy(Path from, Path to) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    try (InputStream in = open(from);
        OutputStream out = Files.newOutputStream(to)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        if (size > PluginJar.LARGEST_FILE) {
          throw LeibnizException.badInput(from + ": is larger than " + (PluginJar.LARGEST_FILE >> 20) + " MiB");
        }
        digest.update(buffer, 0, n);
        out.write(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static InputStream open(Path from) {
    try {
      return Files.newInputStream(from);
    } catch (IOException e) {
      throw LeibnizException.badInput(from + ": cannot be read: " + e.getMessage());
    }
  }

  /** SHA-256 of a file's bytes, in hexadecimal; empty where it cannot be read. */
  static Optional<String> digest(Path file) {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return Optional.of(HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void sweep(Set<String> wanted) throws IOException {
    if (!Files.isDirectory(revisions())) {
      return;
    }
    Instant old = Instant.now().minus(ABANDONED);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(revisions(), "*.jar")) {
      for (Path file : files) {
        String digest = file.getFileName().toString().replaceFirst("\\.jar$", "");
        if (!wanted.contains(digest) && Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private LeibnizException cannotWrite(IOException e) {
    return new LeibnizException(
        ErrorCode.BAD_USAGE, home + ": plugins cannot be kept there: " + e.getClass().getSimpleName() + " " + e.getMessage(), e);
  }
}
