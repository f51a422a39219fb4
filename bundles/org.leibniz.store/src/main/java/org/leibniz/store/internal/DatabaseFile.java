package org.leibniz.store.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.jdbcx.JdbcDataSource;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;

/**
 * The file {@code runs.mv.db} and how to connect to it. The first process that opens it serves the others over a port of
 * the loopback interface; when it ends, the next one takes over at its next statement.
 */
final class DatabaseFile {
  private static final String NAME = "runs";

  /**
   * {@code WRITE_DELAY=0}: a commit is in the file when it returns, or a killed process would lose the last ones. The small
   * cache keeps memory flat; pages are compressed because transcripts repeat themselves. No statistics are kept, as queries
   * go by key ranges.
   */
  private static final String SETTINGS = ";WRITE_DELAY=0;COMPRESS=TRUE;CACHE_SIZE=16384;LOCK_TIMEOUT=20000;ANALYZE_AUTO=0;MAX_COMPACT_TIME=0";

  private static final ReentrantLock OPENING = new ReentrantLock();

  static {
    // both are read once, when the database's classes are loaded: the port of the sharing server is for this machine only;
    // a cache of equal values would hash every transcript that is written
    System.setProperty("h2.bindAddress", "127.0.0.1");
    System.setProperty("h2.objectCache", "false");
  }

  private final Path folder;

  DatabaseFile(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  Path path() {
    return folder.resolve(NAME + ".mv.db");
  }

  boolean exists() {
    return Files.exists(path());
  }

  /** Makes the folder, brings the store to this version's schema and returns the first connection to it. */
  Session prepare() {
    makeFolder();
    OPENING.lock();
    try (FileChannel channel =
            FileChannel.open(folder.resolve(NAME + ".opening"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      StaleLock.removeFrom(lockFile());
      Session session = connect();
      try {
        hideLockFile();
        Migrations.apply(session, path());
        return session;
      } catch (SQLException | RuntimeException e) {
        Database.discard(session);
        throw e;
      }
    } catch (SQLException e) {
      throw Failures.opening(path(), e);
    } catch (IOException e) {
      throw new LeibnizException(ErrorCode.STORE, folder + ": the run store's folder cannot be written", e);
    } finally {
      OPENING.unlock();
    }
  }

  private Path lockFile() {
    return folder.resolve(NAME + ".lock.db");
  }

  /** Who can read the lock file can connect, and could change the store from another account. */
  private void hideLockFile() {
    try {
      if (Files.exists(lockFile()) && isPosix()) {
        Files.setPosixFilePermissions(lockFile(), PosixFilePermissions.fromString("rw-------"));
      }
    } catch (IOException _) {
      // made by another account: then it is that account's to hide
    }
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  private void makeFolder() {
    try {
      if (!Files.exists(folder)) {
        Files.createDirectories(folder);
        if (isPosix()) {
          Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
      }
    } catch (IOException e) {
      throw new LeibnizException(ErrorCode.STORE, folder + ": the run store's folder cannot be made", e);
    }
    if (!Files.isDirectory(folder)) {
      throw new LeibnizException(ErrorCode.STORE, folder + ": expected a folder for the run store, found a file");
    }
    if (!Files.isWritable(folder) || exists() && !Files.isWritable(path())) {
      throw new LeibnizException(ErrorCode.STORE, folder + ": the run store's folder is read-only");
    }
  }

  Session connect() throws SQLException {
    return new Session(connection("sa", SETTINGS));
  }

  /** A connection of the user who can do nothing but query the views. */
  Connection connectReader() throws SQLException {
    return connection(Migrations.READER, "");
  }

  private Connection connection(String user, String settings) throws SQLException {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + folder.resolve(NAME).toString().replace(";", "\\;") + ";AUTO_SERVER=TRUE" + settings);
    source.setUser(user);
    source.setPassword("");
    return source.getConnection();
  }
}
