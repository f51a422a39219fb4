package org.leibniz.store.internal;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The lock file that a killed process leaves behind. The database would wait some seconds for its owner before it opens;
 * where nobody listens on the port written in it, there is no owner.
 */
final class StaleLock {
  private static final int CONNECT_MILLIS = 500;

  private StaleLock() {}

  /** Called by one process at a time. Safe even when wrong: the database file itself is locked by whoever has it open. */
  static void removeFrom(Path lockFile) {
    Properties lock = new Properties();
    try (Reader reader = Files.newBufferedReader(lockFile)) {
      lock.load(reader);
    } catch (IOException | IllegalArgumentException _) {
      return;
    }
    String server = lock.getProperty("server", "");
    int colon = server.lastIndexOf(':');
    if (colon < 0) {
      return;
    }
    try (Socket socket = new Socket()) {
      int port = Integer.parseInt(server.substring(colon + 1));
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
    } catch (java.net.ConnectException _) {
      delete(lockFile);
    } catch (IOException | IllegalArgumentException _) {
      // not sure: the database decides
    }
  }

  private static void delete(Path lockFile) {
    try {
      Files.deleteIfExists(lockFile);
    } catch (IOException _) {
      // then the database waits for its owner
    }
  }
}
