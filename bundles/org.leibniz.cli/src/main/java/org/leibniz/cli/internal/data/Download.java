package org.leibniz.cli.internal.data;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;

/** Fetches one file over HTTP, following redirects; a server that sends nothing for a minute is given up. */
record Download(URI address, Transfer transfer) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What {@link #isAddress} takes for one, read; a usage error where it names no host. */
  static URI address(String from) {
    try {
      URI address = new URI(from);
      if (address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Worded below.
    }
    throw LeibnizException.usage("'" + from + "' is not an address; expected http://host/path or https://host/path");
  }

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
        transfer.copy(new Impatient(body, PATIENCE), file);
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
}
