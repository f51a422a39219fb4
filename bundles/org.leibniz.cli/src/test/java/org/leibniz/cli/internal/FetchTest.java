package org.leibniz.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.cli.internal.Cli.Done;

class FetchTest {
  @TempDir Path temporary;
  private Cli cli;
  private HttpServer server;
  private String mirror;

  @BeforeEach
  void serve() throws IOException {
    cli = new Cli(temporary);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Map<String, String> files = Map.of("/lab/outs/c0ffee/good.jsonl", "b\na\n", "/lab/outs/c0ffee/bad.jsonl", "c\n");
    server.createContext(
        "/",
        exchange -> {
          String body = files.get(exchange.getRequestURI().getPath());
          byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    mirror = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void list(String entry) {
    cli.write("sources.yaml", "recordings:\n  set: {" + entry + "}\n");
  }

  private Done fetch() {
    return cli.run("fetch", cli.folder.toString(), "--mirror", mirror);
  }

  private static String unpacked(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void putsThePartsTogetherPacksThemAndSaysWhatToSet() throws Exception {
    list("to: out/set.jsonl.gz, from: [\"lab/outs@c0ffee:good.jsonl\", \"lab/outs@c0ffee:bad.jsonl\"], sha256: " + sha256("a\nb\nc\n")
        + ", sorted: " + sha256("a\nb\nc\n"));
    Done done = fetch();
    assertThat(done.status()).as(done.err()).isZero();
    assertThat(unpacked(cli.folder.resolve("corpora/out/set.jsonl.gz"))).isEqualTo("b\na\nc\n");
    assertThat(done.out()).contains("export LEIBNIZ_CORPORA='" + cli.folder.resolve("corpora") + "'");
    assertThat(fetch().err()).contains("set: is there");
  }

  @Test
  void keepsNothingWhoseDigestIsAnother() throws Exception {
    list("to: set.jsonl, from: \"lab/outs@c0ffee:good.jsonl\", sha256: " + sha256("other"));
    Done done = fetch();
    assertThat(done.status()).isEqualTo(2);
    assertThat(done.err()).contains("set: has SHA-256 " + sha256("b\na\n") + "; expected " + sha256("other"));
    assertThat(cli.folder.resolve("corpora/set.jsonl")).doesNotExist();
  }

  @Test
  void saysWhichAddressDoesNotAnswer() {
    list("to: set.jsonl, from: \"lab/outs@c0ffee:missing.jsonl\"");
    assertThat(fetch().err()).contains("/lab/outs/c0ffee/missing.jsonl: the server answered 404; expected 200");
  }

  @Test
  void neverWritesOutsideTheFolder() {
    list("to: ../../set.jsonl, from: \"lab/outs@c0ffee:good.jsonl\"");
    Done done = fetch();
    assertThat(done.status()).isEqualTo(2);
    assertThat(done.err()).contains("sources.yaml:2: recordings.set.to: expected a path below the folder of corpora");
  }
}
