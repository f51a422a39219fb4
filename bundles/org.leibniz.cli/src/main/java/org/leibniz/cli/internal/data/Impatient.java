package org.leibniz.cli.internal.data;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Closes a stream that gives nothing for as long as {@code patience}, so that reading it fails instead of hanging. */
final class Impatient extends InputStream {
  private final InputStream inner;
  private final Duration patience;
  private final AtomicLong lastNanos = new AtomicLong(System.nanoTime());
  private final Thread watch;

  Impatient(InputStream inner, Duration patience) {
    this.inner = inner;
    this.patience = patience;
    this.watch = Thread.ofVirtual().start(this::watch);
  }

  private void watch() {
    try {
      while (System.nanoTime() - lastNanos.get() < patience.toNanos()) {
        Thread.sleep(1000);
      }
      inner.close();
    } catch (InterruptedException | IOException e) {
      // Done, or broken already.
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = inner.read(buffer, offset, length);
    lastNanos.set(System.nanoTime());
    if (read < 0) {
      watch.interrupt();
    }
    return read;
  }
}
