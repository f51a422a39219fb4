package org.leibniz.executor.graalpy.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The JDK's ahead-of-time cache of a worker's classes, which takes about a fifth of the processor time from its start. It
 * is made once for each JDK and set of jars, in the background and at low priority, in the user's cache folder. Whatever
 * goes wrong leaves workers that start without it. Several processes may try at a time: one makes it, and it appears in one
 * step. Thread-safe.
 */
final class AheadOfTimeCache implements AutoCloseable {
  /** No cache at all. */
  static final AheadOfTimeCache NONE = new AheadOfTimeCache(null);

  /**
   * Asks the worker to end in order, {@code $0} being the file and the rest its command. Whoever makes a cache is several
   * processes one after the other, and only the first reads what its host writes: so the end of that ends the whole group.
   */
  private static final String TRAINING =
      """
      exec 3<&0
      { printf '\\000\\000\\000\\001Q'; cat <&3 >/dev/null; rm -f "$0" "$0".*; kill -9 0; } | {
        "$@" >/dev/null 2>&1 && mv "$0.part" "$0"
        kill -9 0
      }
      """;

  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final Duration KEPT = Duration.ofDays(60);

  private final Path file;
  private final AtomicBoolean tried = new AtomicBoolean();
  private volatile Process training;
  private volatile boolean closed;

  private AheadOfTimeCache(Path file) {
    this.file = file;
  }

  static AheadOfTimeCache of(WorkerFiles files) {
    if (Runtime.version().feature() < 25) {
      return NONE;
    }
    try {
      return new AheadOfTimeCache(files.cache().resolve("python").resolve("worker-" + key(files) + ".aot"));
    } catch (IOException e) {
      return NONE;
    }
  }

  /** The JDK checks size and time of each jar before it uses a cache, so they and not the contents make the key. */
  private static String key(WorkerFiles files) throws IOException {
    StringBuilder text = new StringBuilder(Runtime.version().toString()).append('\n').append(System.getProperty("java.home"));
    for (Path jar : files.jars()) {
      text.append('\n').append(jar).append(' ').append(Files.size(jar)).append(' ').append(Files.getLastModifiedTime(jar));
    }
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Options that make a worker use the cache; none where there is none yet. */
  List<String> options() {
    if (file == null || !Files.isRegularFile(file)) {
      return List.of();
    }
    return List.of("-XX:AOTCache=" + file);
  }

  /**
   * Makes the cache where it is missing, and returns at once.
   *
   * @param command of a worker, without options of this cache
   */
  void createInBackground(List<String> command) {
    if (file == null || Files.isRegularFile(file) || !tried.compareAndSet(false, true)) {
      return;
    }
    Thread.ofPlatform().daemon().name("graalpy ahead-of-time cache").start(() -> create(command));
  }

  private void create(List<String> command) {
    Path made = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.createDirectories(file.getParent());
      Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
      try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.tryLock()) {
        if (lock == null || Files.isRegularFile(file)) {
          return;
        }
        clean();
        if (train(command, made)) {
          Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        clean();
      }
    } catch (IOException | InterruptedException e) {
      // No cache this time.
    }
  }

  /** Removes what trainings left that were ended early, and caches that are old. Needs the lock. */
  private void clean() throws IOException {
    Instant old = Instant.now().minus(KEPT);
    try (DirectoryStream<Path> all = Files.newDirectoryStream(file.getParent(), "worker-*.aot*")) {
      for (Path path : all) {
        String name = path.getFileName().toString();
        boolean left = name.startsWith(file.getFileName() + ".") && !name.endsWith(".lock");
        if (left || (!path.equals(file) && Files.getLastModifiedTime(path).toInstant().isBefore(old))) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  /** A worker that runs its own warm-up and ends in order; true where it left a file. */
  private boolean train(List<String> command, Path made) throws IOException, InterruptedException {
    Path group = Path.of("/usr/bin/setsid");
    if (!Files.isExecutable(group)) {
      return false;
    }
    List<String> training = new ArrayList<>(List.of(group.toString(), "/bin/sh", "-c", TRAINING, made.toString()));
    Path nice = Path.of("/usr/bin/nice");
    if (Files.isExecutable(nice)) {
      training.addAll(List.of(nice.toString(), "-n", "19"));
    }
    training.addAll(command);
    training.add(training.size() - command.size() + 1, "-XX:AOTCacheOutput=" + made + ".part");
    // The virtual machine reports on standard output when it writes a cache, so this worker's replies cannot be read.
    Process process =
        new ProcessBuilder(training)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    this.training = process;
    try {
      if (closed) {
        return false;
      }
      return process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS) && Files.isRegularFile(made) && Files.size(made) > 0;
    } finally {
      kill(process);
    }
  }

  /** The cache is written by a child of the process that was trained. */
  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    closed = true;
    Process process = training;
    if (process != null) {
      kill(process);
    }
  }
}
