package org.leibniz.executor.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What hostile programs are led to: a port where this process listens, a file that must not appear, one that must not be
 * read, this process itself. Their code says {@code @PORT@}, {@code @HERE@}, {@code @SECRET@}, {@code @PID@} and {@code @HOME@}.
 */
public final class Traps implements AutoCloseable {
  private final ServerSocket server;
  private final Path here;
  private final Path secret;
  private volatile boolean connected;

  public Traps() {
    try {
      server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
      secret = Files.createTempFile("leibniz-kit-secret", ".txt");
      Files.writeString(secret, "calculemus");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    here = Path.of("/tmp", "leibniz-kit-" + ProcessHandle.current().pid() + "-was-here");
    Thread.ofVirtual().name("executor kit").start(this::listen);
  }

  private void listen() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        connected = true;
      } catch (IOException e) {
        // Closed.
      }
    }
  }

  /** The code with the traps' places filled in. */
  String baited(String code) {
    return code.replace("@PORT@", String.valueOf(server.getLocalPort()))
        .replace("@PID@", String.valueOf(ProcessHandle.current().pid()))
        .replace("@HERE@", here.toString())
        .replace("@SECRET@", secret.toString())
        .replace("@HOME@", System.getProperty("user.home"));
  }

  /** What went into a trap. */
  Optional<String> sprung() {
    if (connected) {
      connected = false;
      return Optional.of("reached the network");
    }
    if (Files.exists(here)) {
      here.toFile().delete();
      return Optional.of("wrote a file outside");
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(here);
      Files.deleteIfExists(secret);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
