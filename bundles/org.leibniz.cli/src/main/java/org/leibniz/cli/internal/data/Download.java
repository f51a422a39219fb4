package org.leibniz.cli.internal.data;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;

/** Fetches one file over HTTP, following redirects; a server that sends nothing for a minute is given up. */
record Download(URI address, Transfer transfer) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static boolean isAddress(String written) {
    return written.startsWith("http://") || written.startsWith("https://");
  }

  /** The last part of the address's path, made a harmless file name. */
  static String fileName(URI address) {
    String path = address.getPath() == null ? "" : address.getPath();
    String last = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.+", "");
    return last.isEmpty() ? "data" : last;
  }

  void to(Path file) {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).header("User-Agent", "leibniz").build();
    try (HttpClient client =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).connectTimeout(PATIENCE).build()) {
      HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() != 200) {
          throw LeibnizException.badInput(address + ": the server answered " + response.statusCode() + "; expected 200");
        }
        long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
        transfer.expect(length);
        transfer.copy(new Impatient(body), file);
        if (length >= 0 && transfer.bytes() != length) {
          throw LeibnizException.badInput(address + ": ended after " + transfer.bytes() + " of " + length + " bytes");
        }
      } finally {
        client.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LeibnizException(ErrorCode.CANCELLED, address + ": interrupted", e);
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw LeibnizException.badInput(address + ": cannot be fetched: " + reason);
    }
  }

  /** Closes a stream that gives nothing for a minute, so that reading it fails instead of hanging. */
  private static final class Impatient extends InputStream {
    private final InputStream inner;
    private final AtomicLong lastNanos = new AtomicLong(System.nanoTime());
    private final Thread watch;

    Impatient(InputStream inner) {
      this.inner = inner;
      this.watch = Thread.ofVirtual().start(this::watch);
    }

    private void watch() {
      try {
        while (System.nanoTime() - lastNanos.get() < PATIENCE.toNanos()) {
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
}
