package org.leibniz.cli.internal.data;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.cli.internal.Console;

/**
 * Fetches one large file so that a later call goes on where this one was cut off: what has come lies in {@code
 * FILE.part}, and
 * {@code FILE.tag} holds the server's tag of that version. A file that has changed since begins anew.
 *
 * @param most bytes that are accepted
 */
record ResumableDownload(URI address, Console console, long most) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The server has no such file. */
  static final class NotThere extends IOException {
    private static final long serialVersionUID = 1L;

    NotThere(URI address) {
      super(address + ": the server answered 404; expected 200");
    }
  }

  void to(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Path tag = file.resolveSibling(file.getFileName() + ".tag");
    try (HttpClient client =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).connectTimeout(PATIENCE).build()) {
      try {
        fetch(client, part, tag);
      } finally {
        client.shutdownNow();
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(tag);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LeibnizException(ErrorCode.CANCELLED, address + ": interrupted; the same command goes on", e);
    }
  }

  private void fetch(HttpClient client, Path part, Path tag) throws IOException, InterruptedException {
    long have = Files.exists(part) && Files.exists(tag) ? Files.size(part) : 0;
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE).header("User-Agent", "leibniz");
    if (have > 0) {
      request.header("Range", "bytes=" + have + "-").header("If-Range", Files.readString(tag));
    }
    HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      switch (response.statusCode()) {
        case 200 -> receive(response, body, part, tag, 0);
        case 206 -> receive(response, body, part, tag, have);
        case 404 -> throw new NotThere(address);
        default -> {
          if (response.statusCode() == 416) {
            // What lies here is not the beginning of what is there.
            Files.deleteIfExists(part);
          }
          throw LeibnizException.badInput(address + ": the server answered " + response.statusCode()
              + "; expected 200");
        }
      }
    }
  }

  private void receive(HttpResponse<InputStream> response, InputStream body, Path part, Path tag,
      long have) throws IOException {
    if (have > 0) {
      console.say(Download.fileName(address) + ": goes on after " + have + " bytes");
    } else {
      // A weak tag does not promise the same bytes.
      Optional<String> strong = response.headers().firstValue("ETag").filter(text -> !text.startsWith("W/"));
      Files.deleteIfExists(part);
      Files.deleteIfExists(tag);
      if (strong.isPresent()) {
        Files.writeString(tag, strong.get());
      }
    }
    long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
    Transfer transfer = new Transfer(console, Download.fileName(address), most);
    transfer.continueAfter(have);
    transfer.expect(length < 0 ? -1 : have + length);
    try {
      transfer.copy(new Impatient(body, PATIENCE), part);
    } catch (IOException e) {
      throw cut(transfer, have, length);
    }
    if (length >= 0 && transfer.bytes() != have + length) {
      throw cut(transfer, have, length);
    }
  }

  private LeibnizException cut(Transfer transfer, long have, long length) {
    return LeibnizException.badInput(
        address + ": broke off after " + transfer.bytes() + (length < 0 ? "" : " of " + (have + length))
            + " bytes; the same command goes on from there");
  }
}
