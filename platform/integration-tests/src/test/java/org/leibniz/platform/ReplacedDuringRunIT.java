package org.leibniz.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A strategy is replaced by another process while a grid of two runs is going on. */
class ReplacedDuringRunIT {
  @TempDir Path folder;

  @Test
  void theRunThatIsGoingOnKeepsItsRevisionAndTheNextOneHasTheNew() throws Exception {
    LeibnizCommand leibniz = LeibnizCommand.in(folder).at(folder.resolve("home"));
    Files.writeString(folder.resolve("workspace.yaml"), "name: replaced\n");
    StringBuilder problems = new StringBuilder();
    StringBuilder replies = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      problems.append("{\"id\":\"p").append(i).append("\",\"question\":\"q").append(i).append("\",\"answer\":\"old\"}\n");
      replies.append("{\"id\":\"p").append(i).append("\",\"replies\":[]}\n");
    }
    Files.writeString(folder.resolve("problems.jsonl"), problems);
    Files.writeString(folder.resolve("replies.jsonl"), replies);
    Files.writeString(
        folder.resolve("run.yaml"),
        "name: grid\ndataset: {id: jsonl, path: problems.jsonl}\nmodel: {id: recorded, path: replies.jsonl}\nstrategy: slow\n"
            + "graders: {id: exact, answer: whole}\nmaxInFlight: 1\nseed: [1, 2]\n");
    String oldDigest = install(leibniz, "old");
    Process process =
        leibniz.process("run", "run.yaml", "--json").redirectError(folder.resolve("errors.txt").toFile()).redirectOutput(folder.resolve("out.jsonl").toFile()).start();
    while (committed(leibniz) < 5) {
      assertThat(process.isAlive()).as(Files.readString(folder.resolve("errors.txt"))).isTrue();
    }
    String newDigest = install(leibniz, "new");
    assertThat(newDigest).isNotEqualTo(oldDigest);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    List<JsonNode> runs = Files.readAllLines(folder.resolve("out.jsonl")).stream().map(LeibnizCommand::parse).toList();
    assertThat(runs).hasSize(2);
    assertThat(digests(leibniz, runs.get(0))).containsExactly(oldDigest);
    assertThat(runs.get(0).get("correct").asInt()).isEqualTo(60);
    assertThat(digests(leibniz, runs.get(1))).containsExactly(newDigest);
    assertThat(runs.get(1).get("correct").asInt()).isZero();
  }

  private String install(LeibnizCommand leibniz, String variant) throws Exception {
    Path jar =
        TestBundle.of("slow").descriptor("strategy-slow").resource("variant.txt", variant).write(folder.resolve(variant + ".jar"));
    Finished installed = leibniz.run("plugins", "install", jar.toString());
    assertThat(installed.status()).as(installed.errors()).isZero();
    return leibniz.json("plugins", "--json").stream()
        .filter(plugin -> plugin.get("id").asText().equals("slow"))
        .findFirst()
        .orElseThrow()
        .get("digest")
        .asText();
  }

  private static long committed(LeibnizCommand leibniz) throws Exception {
    Finished counted = leibniz.run("sql", "select count(*) n from samples", "--json");
    return counted.status() == 0 ? LeibnizCommand.parse(counted.out().strip()).get("n").asLong() : 0;
  }

  private static List<String> digests(LeibnizCommand leibniz, JsonNode run) throws Exception {
    return leibniz
        .json("sql", "select distinct strategy_digest d from samples where run = '" + run.get("run").asText() + "'", "--json")
        .stream()
        .map(row -> row.get("d").asText())
        .toList();
  }
}
