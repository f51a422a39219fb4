package org.leibniz.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.model.Model;
import org.leibniz.api.model.ModelBackend;
import org.leibniz.api.model.ModelFiles;
import org.leibniz.api.plugin.Kind;
import org.leibniz.cli.internal.Cli.Done;

class ModelsTest {
  /** A checkpoint is a file, or a folder's config.json, that begins with {@code good}. */
  private static final class Checkpoints implements ModelBackend {
    @Override
    public Model open(Config config) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ModelFiles> inspect(Config config) {
      Path path = config.path("path").orElseThrow();
      Path file = Files.isDirectory(path) ? path.resolve("config.json") : path;
      try {
        if (!Files.readString(file).startsWith("good")) {
          throw LeibnizException.badInput(file, 0, "", "is no GGUF file");
        }
        return Optional.of(new ModelFiles("llama", 134_515_008, Files.size(file), 8192, "Q4_1", "apache-2.0"));
      } catch (IOException e) {
        throw LeibnizException.badInput(file, 0, "", "cannot be read");
      }
    }
  }

  private static final String GOOD = "good " + "weights ".repeat(4000);

  @TempDir Path temporary;
  private final Map<String, String> files = new ConcurrentHashMap<>();
  private final List<String> ranges = new CopyOnWriteArrayList<>();
  private volatile int cutAfter = -1;
  private volatile String tag = "\"v1\"";
  private Cli cli;
  private HttpServer server;
  private String address;

  @BeforeEach
  void serve() throws IOException {
    cli = new Cli(temporary);
    cli.plugins.put(Kind.MODEL, "fake", new Checkpoints(), Map.of(), Set.of("tokens"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String text = files.get(exchange.getRequestURI().getPath().substring(1));
      if (text == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      Headers asked = exchange.getRequestHeaders();
      boolean part = asked.containsKey("Range") && tag.equals(asked.getFirst("If-Range"));
      int from = part ? Integer.parseInt(asked.getFirst("Range").replaceAll("[^0-9]", "")) : 0;
      ranges.add(String.valueOf(asked.getFirst("Range")));
      exchange.getResponseHeaders().add("ETag", tag);
      exchange.sendResponseHeaders(part ? 206 : 200, bytes.length - from);
      int end = cutAfter < 0 ? bytes.length : Math.min(bytes.length, from + cutAfter);
      exchange.getResponseBody().write(bytes, from, end - from);
      exchange.getResponseBody().flush();
    } catch (IOException e) {
      // Cut on purpose: fewer bytes than announced.
    }
  }

  private Path installed(String name) {
    return cli.folder.resolve("models").resolve(name);
  }

  @Test
  void aCopiedFileIsListedWithWhatItIs() throws Exception {
    Path file = cli.write("elsewhere/tiny.gguf", GOOD);
    Done added = cli.run("models", "add", "tiny", file.toString());
    assertThat(added.status()).as(added.err()).isZero();
    assertThat(added.out()).contains("added tiny: llama, 134,515,008 parameters", "licence apache-2.0", "--model tiny");
    assertThat(installed("tiny/SHA256SUMS")).content().matches("[0-9a-f]{64}  tiny.gguf\n");
    assertThat(cli.run("models", "--json").lines())
        .containsExactly(
            "{\"id\":\"tiny\",\"backend\":\"fake\",\"family\":\"llama\",\"parameters\":134515008,\"bytes\":"
                + GOOD.length()
                + ",\"context\":8192,\"dtype\":\"Q4_1\",\"licence\":\"apache-2.0\",\"path\":\""
                + installed("tiny/tiny.gguf") + "\"}");
    assertThat(cli.run("models", "add", "tiny", file.toString()).err()).contains("is there already");
  }

  @Test
  void aLinkedFolderStaysWhereItIs() {
    Path folder = cli.write("elsewhere/big/config.json", GOOD).getParent();
    Done added = cli.run("models", "add", "big", folder.toString(), "--link");
    assertThat(added.status()).as(added.err()).isZero();
    assertThat(installed("big")).isSymbolicLink();
    assertThat(folder).isDirectoryNotContaining(path -> path.endsWith("SHA256SUMS"));
    assertThat(cli.run("models").out()).contains("big", "Q4_1");
  }

  @Test
  void whatCannotBeOpenedIsNotKept() {
    Path file = cli.write("elsewhere/bad.gguf", "something else");
    Done refused = cli.run("models", "add", "bad", file.toString());
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("is no GGUF file").contains(file.getParent().toString());
    assertThat(installed("bad")).doesNotExist();
    assertThat(cli.run("models", "add", "none", cli.folder.resolve("none").toString()).err())
        .contains("no such file or folder");
    assertThat(cli.run("models", "add", "../up", file.toString()).status()).isEqualTo(2);
  }

  @Test
  void aDownloadThatWasCutOffIsGoneOnWith() throws Exception {
    files.put("tiny.gguf", GOOD);
    cutAfter = 10_000;
    for (int attempt = 0; attempt < 3; attempt++) {
      Done cut = cli.run("models", "add", "tiny", address + "tiny.gguf");
      assertThat(cut.status()).isEqualTo(2);
      assertThat(cut.err()).contains("broke off after " + 10_000 * (attempt + 1),
          "the same command goes on from there");
    }
    Done done = cli.run("models", "add", "tiny", address + "tiny.gguf");
    assertThat(done.status()).as(done.err()).isZero();
    assertThat(ranges).containsExactly("null", "bytes=10000-", "bytes=20000-", "bytes=30000-");
    assertThat(installed("tiny/tiny.gguf")).hasContent(GOOD);
    assertThat(installed(".incoming/tiny")).doesNotExist();
  }

  @Test
  void aFileThatHasChangedBeginsAnew() {
    files.put("tiny.gguf", "good old " + GOOD);
    cutAfter = 10_000;
    cli.run("models", "add", "tiny", address + "tiny.gguf");
    files.put("tiny.gguf", GOOD);
    tag = "\"v2\"";
    cutAfter = -1;
    assertThat(cli.run("models", "add", "tiny", address + "tiny.gguf").status()).isZero();
    assertThat(installed("tiny/tiny.gguf")).hasContent(GOOD);
  }

  @Test
  void aFolderIsFetchedByItsOwnLists() {
    files.put("m/config.json", GOOD);
    files.put("m/tokenizer.json", "{}");
    files.put("m/LICENSE", "free");
    files.put("m/model.safetensors.index.json",
        "{\"weight_map\": {\"a\": \"model-1.safetensors\", \"b\": \"model-2.safetensors\"}}");
    files.put("m/model-1.safetensors", "one");
    files.put("m/model-2.safetensors", "two");
    Done done = cli.run("models", "add", "m", address + "m/");
    assertThat(done.status()).as(done.err()).isZero();
    assertThat(installed("m/model-2.safetensors")).hasContent("two");
    assertThat(installed("m/SHA256SUMS")).content().contains("  LICENSE\n", "  model-1.safetensors\n");
  }

  @Test
  void anIndexLeadsNowhereElse() {
    files.put("m/config.json", GOOD);
    files.put("m/tokenizer.json", "{}");
    files.put("m/model.safetensors.index.json", "{\"weight_map\": {\"a\": \"../../evil\"}}");
    Done done = cli.run("models", "add", "m", address + "m/");
    assertThat(done.status()).isEqualTo(2);
    assertThat(done.err()).contains("weight_map: expected plain file names, found '../../evil'");
  }

  @Test
  void anotherDigestIsRefused() {
    files.put("tiny.gguf", GOOD);
    Done done = cli.run("models", "add", "tiny", address + "tiny.gguf", "--sha256", "00");
    assertThat(done.status()).isEqualTo(2);
    assertThat(done.err()).contains("has SHA-256").contains("expected 00");
    assertThat(installed("tiny")).doesNotExist();
    assertThat(cli.run("models", "add", "tiny", address + "other.gguf").err()).contains("the server answered 404");
  }

  @Test
  void anUnknownIdSaysWhereIdsComeFrom() {
    assertThat(cli.run("generate", "--model", "tiny", "--prompt", "x").err())
        .contains("no installed model has this id (leibniz models)");
  }
}
