package org.leibniz.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Notebook;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.api.executor.Status;
import org.leibniz.api.grader.Extraction;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.grader.GradingContext;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.plugin.Kind;
import org.leibniz.api.strategy.Solution;
import org.leibniz.cli.internal.Cli.Done;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.executor.kit.ScoreCards;

/** Commands that use plugins directly: a grader, an executor that echoes, a dataset source of lines. */
class PluginUseTest {
  @TempDir Path temporary;
  private Cli cli;

  /** Takes the last number of a text for its answer. */
  private record LastNumber() implements Grader {
    @Override
    public Extraction extract(Problem problem, Solution solution) {
      String[] numbers = solution.completion().replaceAll("[^0-9]+", " ").strip().split(" ");
      return numbers[0].isEmpty() ? Extraction.NONE : Extraction.of(numbers[numbers.length - 1], "last number");
    }

    @Override
    public Verdict compare(Problem problem, String reference, String given, GradingContext context) {
      if (given.equals("?")) {
        return Verdict.unknown("no number", "parse");
      }
      if (given.equals("!")) {
        throw new IllegalStateException("broken");
      }
      return reference.equals(given) ? Verdict.equal("same text", "string") : Verdict.different(given + " is not " + reference, "string");
    }
  }

  private record Echo() implements ProgramExecutor {
    @Override
    public Notebook open(long seed) {
      return new Notebook() {
        @Override
        public Execution run(String code) {
          Status status = code.contains("raise") ? Status.ERROR : Status.OK;
          return new Execution(status, code.strip(), "", "", code.strip(), Execution.ErrorInfo.NONE, 1, 1);
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public String version() {
      return "echo 1";
    }
  }

  private static Dataset lines(Path path) {
    try {
      List<Problem> problems =
          Files.readAllLines(path).stream().map(line -> Samples.problem(line, line.startsWith("g") ? "Geometry" : "Algebra", 1)).toList();
      if (problems.stream().anyMatch(problem -> problem.id().equals("bad"))) {
        throw LeibnizException.badInput(path, 1, "id", "expected anything but bad");
      }
      return new Dataset("lines", "test", path.toString(), "digest", problems);
    } catch (IOException e) {
      throw LeibnizException.badInput(path, 0, "", "cannot be read: " + e.getMessage());
    }
  }

  @BeforeEach
  void setUp() {
    cli = new Cli(temporary);
    DatasetSource source = config -> lines(config.path("path").orElseThrow());
    cli.plugins
        .put(Kind.GRADER, "last", new LastNumber(), Map.of("percent", Map.of("type", "boolean", "default", false)))
        .put(Kind.EXECUTOR, "echo", new Echo(), Map.of("timeout", Map.of("type", "string", "default", "10s")))
        .put(Kind.DATASET, "lines", source, Map.of("path", Map.of("type", "string")));
  }

  @Test
  void judgesInOrderAndTellsWholeTextsFromBareAnswers() {
    cli.write(
        "pairs.jsonl",
        """
        {"id": "a", "reference": "42", "prediction": "42", "verdict": true}
        {"id": 2, "reference": "So the answer is 42.", "prediction": "First 6.\\nThen 42."}
        {"id": "c", "reference": "4", "prediction": "3/4"}
        {"id": "d", "reference": "4", "prediction": "I am afraid that I cannot tell you what it is"}
        {"id": "e", "reference": "4", "prediction": "?"}
        """);
    Done done = cli.run("judge", "--grader", "last", "--in", "pairs.jsonl", "--json");
    assertThat(done.status()).isZero();
    assertThat(done.lines())
        .containsExactly(
            "{\"id\":\"a\",\"equal\":true,\"reason\":\"same text\",\"layer\":\"string\",\"answer\":\"42\",\"rule\":\"bare\",\"span\":[0,2]}",
            "{\"id\":2,\"equal\":true,\"reason\":\"same text\",\"layer\":\"string\",\"answer\":\"42\",\"rule\":\"last number\"}",
            "{\"id\":\"c\",\"equal\":false,\"reason\":\"3/4 is not 4\",\"layer\":\"string\",\"answer\":\"3/4\",\"rule\":\"bare\",\"span\":[0,3]}",
            "{\"id\":\"d\",\"equal\":false,\"reason\":\"no answer found in the prediction\",\"layer\":\"extraction\"}",
            "{\"id\":\"e\",\"equal\":null,\"reason\":\"no number\",\"layer\":\"parse\",\"answer\":\"?\",\"rule\":\"bare\",\"span\":[0,1]}");
  }

  @Test
  void aGraderThatThrowsCostsItsPairOnly() {
    cli.write("pairs.jsonl", "{\"id\":1,\"reference\":\"4\",\"prediction\":\"!\"}\n{\"id\":2,\"reference\":\"4\",\"prediction\":\"4\"}\n");
    Done done = cli.run("judge", "--grader", "last", "--in", "pairs.jsonl", "--json");
    assertThat(done.status()).isEqualTo(1);
    assertThat(Json.parse(done.lines().get(0)).get("equal").isNull()).isTrue();
    assertThat(Json.parse(done.lines().get(1)).get("equal").asBoolean()).isTrue();
  }

  @Test
  void badPairsNameFileLineAndField() {
    cli.write("pairs.jsonl", "{\"id\":1,\"reference\":\"4\",\"prediction\":\"4\"}\n{\"id\":2,\"reference\":\"4\"}\n");
    Done done = cli.run("judge", "--grader", "last", "--in", "pairs.jsonl");
    assertThat(done.status()).isEqualTo(2);
    assertThat(done.err()).isEqualTo("leibniz: pairs.jsonl:2: prediction: is missing\n");
    assertThat(cli.run("judge", "--grader", "last", "--in", "none.jsonl").err()).isEqualTo("leibniz: none.jsonl: no such file\n");
    assertThat(cli.run("judge", "--grader", "lost", "--in", "pairs.jsonl").status()).isEqualTo(2);
  }

  @Test
  void execPrintsOneObjectPerFile() {
    cli.write("a.py", "6*7\n");
    cli.write("b.py", "raise X\n");
    Done done = cli.run("exec", "--executor", "echo", "--timeout", "3s", "a.py", "b.py", "--json");
    assertThat(done.status()).isEqualTo(1);
    assertThat(done.lines().getFirst())
        .isEqualTo(
            "{\"file\":\"a.py\",\"status\":\"ok\",\"value\":\"6*7\",\"stdout\":\"\",\"error\":{\"type\":\"\",\"message\":\"\"},\"millis\":1,\"cpuMillis\":1}");
    assertThat(cli.run("exec", "--executor", "echo", "a.py", "none.py")).satisfies(d -> assertThat(d.status()).isEqualTo(2)).satisfies(d -> assertThat(d.out()).isEmpty());
  }

  @Test
  void replayNamesTheFirstDifferenceOfASample() {
    var gradings = List.of(Samples.grading(1, "last"));
    cli.store.put(
        Samples.run(1, "aaaa1111", "first", 2),
        gradings,
        List.of(
            Samples.sample(Samples.problem("p1", "Algebra", 0), gradings, Outcome.CORRECT),
            Samples.sample(Samples.problem("p2", "Algebra", 0), gradings, Outcome.CORRECT)));
    cli.store.calls("p1", Samples.executed(1, "x", "x"), Samples.executed(3, "y", "y"));
    cli.store.calls("p2", Samples.executed(1, "x", "x"), Samples.executed(3, "y", "something else"));
    Done done = cli.run("replay", "aaaa");
    assertThat(done.status()).isEqualTo(1);
    assertThat(done.out()).contains("p2: output of call 3", "before: something else", "now:    y", "1 samples differ");
    Done json = cli.run("replay", "aaaa", "--problem", "p1", "--json");
    assertThat(json.status()).isZero();
    assertThat(json.out()).isEqualTo("{\"problem\":\"p1\",\"sample\":0,\"programs\":2,\"same\":true}\n");
  }

  @Test
  void listsPluginsAndWhatCanBeSetOnThem() {
    assertThat(cli.run("graders").out()).contains("last", "1.0.0", "Label of last");
    assertThat(cli.run("graders", "last").out()).contains("percent", "boolean", "false");
    assertThat(cli.run("executors", "--json").out()).startsWith("{\"id\":\"echo\",\"kind\":\"executor\"");
    assertThat(Json.parse(cli.run("plugins", "--json").lines().getFirst()).fieldNames()).toIterable().contains("id", "kind", "version", "digest", "state", "why");
  }

  @Test
  void aCheckedExecutorKeepsItsScoreCard() {
    assertThat(cli.run("executors").out()).contains("not measured");
    Done checked = cli.run("executors", "echo", "--check", "--json");
    assertThat(checked.status()).isEqualTo(1);
    JsonNode card = Json.parse(checked.out());
    assertThat(card.get("id").asText()).isEqualTo("echo");
    assertThat(card.get("version").asText()).isEqualTo("echo 1");
    assertThat(card.get("ordinaryOf").asInt()).isGreaterThan(300);
    assertThat(card.get("ordinary").asInt()).isLessThan(card.get("ordinaryOf").asInt());
    assertThat(card.get("failed").toString()).contains("time: an endless loop");
    assertThat(new ScoreCards(temporary.resolve("home")).last("echo").orElseThrow().failed()).hasSize(card.get("failed").size());
    assertThat(cli.run("executors").out()).contains("ordinary programs right").doesNotContain("not measured");
    assertThat(Json.parse(cli.run("executors", "--json").out()).path("scorecard").get("hostileOf").asInt()).isGreaterThan(60);
  }

  @Test
  void datasetsAreListedWithCounts() {
    cli.write("datasets/lines/test.txt", "a1\na2\ng1\n");
    JsonNode row = Json.parse(cli.run("datasets", "--json").out());
    assertThat(row.get("n").asInt()).isEqualTo(3);
    assertThat(row.get("subjects").toString()).isEqualTo("{\"Algebra\":2,\"Geometry\":1}");
    assertThat(row.get("levels").toString()).isEqualTo("{\"1\":3}");
    assertThat(cli.run("datasets").out()).contains("lines", "Algebra 2, Geometry 1");
    assertThat(cli.run("datasets", "lines:nothing.txt").status()).isEqualTo(2);
  }

  @Test
  void addKeepsOnlyWhatCanBeRead() throws IOException {
    Path good = Files.writeString(temporary.resolve("good.txt"), "a1\n");
    Path bad = Files.writeString(temporary.resolve("bad.txt"), "bad\n");
    assertThat(cli.run("datasets", "add", "lines", good.toString()).out()).contains("1 problems", "sha256  ");
    Done refused = cli.run("datasets", "add", "lines", bad.toString());
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains(bad + ":1: id: expected anything but bad");
    assertThat(cli.run("datasets", "add", "lines", good.toString()).err()).contains("there already");
    assertThat(cli.run("datasets", "add", "lines", good.toString(), "--as", "x.txt", "--max", "1").err()).contains("larger than 1 B");
    try (Stream<Path> kept = Files.list(cli.folder.resolve("datasets/lines"))) {
      assertThat(kept.map(path -> path.getFileName().toString())).containsExactly("good.txt");
    }
  }

  @Test
  void addDownloadsAndChecksTheDigest() throws Exception {
    byte[] bytes = "a1\ng2\n".getBytes(StandardCharsets.UTF_8);
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/set/test.txt",
        exchange -> {
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/set/test.txt";
      String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      assertThat(cli.run("datasets", "add", "lines", address, "--sha256", "00" + digest.substring(2)).err()).contains("has SHA-256 " + digest);
      assertThat(cli.run("datasets", "add", "lines", address.replace("/set/", "/other/")).err()).contains("answered 404");
      assertThat(cli.folder.resolve("datasets/lines/test.txt")).doesNotExist();
      assertThat(cli.run("datasets", "add", "lines", address, "--sha256", digest).status()).isZero();
      assertThat(cli.folder.resolve("datasets/lines/test.txt")).hasBinaryContent(bytes);
    } finally {
      server.stop(0);
    }
    assertThat(cli.run("datasets", "--json").lines()).hasSize(1);
  }
}
