package org.leibniz.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people get wrong: one clear line each, exit status 2, and nothing lost. */
class BadInputIT {
  @TempDir Path folder;
  private LeibnizCommand leibniz;

  @BeforeEach
  void workspace() throws Exception {
    leibniz = LeibnizCommand.in(folder);
    write("workspace.yaml", "name: bad\n");
    write("good.jsonl", "{\"id\":\"a\",\"question\":\"1+1?\",\"answer\":\"2\"}\n{\"id\":\"b\",\"question\":\"2+2?\",\"answer\":\"4\"}\n");
    write("r.jsonl", "{\"id\":\"a\",\"replies\":[\"The answer is 2\"]}\n{\"id\":\"b\",\"replies\":[\"The answer is 4\"]}\n");
    write("run.yaml", run("good.jsonl", "r.jsonl", ""));
  }

  private static String run(String dataset, String recording, String more) {
    return "dataset: {id: jsonl, path: " + dataset + "}\nmodel: {id: recorded, path: " + recording + "}\nstrategy: cot\ngraders: exact\n" + more;
  }

  private Path write(String file, String text) throws IOException {
    return Files.writeString(folder.resolve(file), text);
  }

  private void refused(String expected, String... arguments) throws Exception {
    Finished finished = leibniz.run(arguments);
    assertThat(finished.status()).as(finished.errors()).isEqualTo(2);
    assertThat(finished.errors().strip().lines()).as(finished.errors()).hasSize(1);
    assertThat(finished.errors()).contains(expected).doesNotContain("Exception");
    assertThat(finished.out()).isEmpty();
  }

  @Test
  void pluginsSettingsAndFilesThatAreNotThere() throws Exception {
    write("id.yaml", run("good.jsonl", "r.jsonl", "").replace("cot", "coot"));
    refused("id.yaml:3: strategy.id: no strategy 'coot' is installed; did you mean 'cot'?", "run", "id.yaml");
    write("key.yaml", run("good.jsonl", "r.jsonl", "sampels: 2\n"));
    refused("key.yaml:5: sampels: unknown key; did you mean 'samples'?", "run", "key.yaml");
    write("setting.yaml", run("good.jsonl", "r.jsonl", "").replace("strategy: cot", "strategy: {id: cot, maxTokns: 3}"));
    refused("setting.yaml:3: strategy.maxTokns: unknown key of strategy 'cot'; did you mean 'maxTokens'?", "run", "setting.yaml");
    write("missing.yaml", run("nowhere.jsonl", "r.jsonl", ""));
    refused("nowhere.jsonl", "run", "missing.yaml");
    refused("nowhere.yaml: no such file", "run", "nowhere.yaml");
  }

  @Test
  void damagedAndMalformedDatasets() throws Exception {
    write("empty.jsonl", "");
    write("empty.yaml", run("empty.jsonl", "r.jsonl", ""));
    refused("empty.jsonl", "run", "empty.yaml");
    write("twice.jsonl", "{\"id\":\"a\",\"question\":\"1\",\"answer\":\"2\"}\n{\"id\":\"a\",\"question\":\"2\",\"answer\":\"2\"}\n");
    write("twice.yaml", run("twice.jsonl", "r.jsonl", ""));
    refused("twice.jsonl:2", "run", "twice.yaml");
    write("row.jsonl", "{\"id\":\"a\",\"question\":\"1\",\"answer\":\"2\"}\n{\"id\":\"b\",\"answer\":\"2\"}\n");
    write("row.yaml", run("row.jsonl", "r.jsonl", ""));
    refused("row.jsonl:2: question", "run", "row.yaml");
    Files.write(folder.resolve("utf8.jsonl"), new byte[] {'{', '"', (byte) 0xc3, '(', '"', '}', '\n'});
    write("utf8.yaml", run("utf8.jsonl", "r.jsonl", ""));
    refused("utf8.jsonl:1", "run", "utf8.yaml");
  }

  @Test
  void recordingsThatAreDamaged() throws Exception {
    Path packed = folder.resolve("r.jsonl.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write("{\"id\":\"a\",\"replies\":[\"2\"]}\n".repeat(9_000).getBytes());
    }
    byte[] whole = Files.readAllBytes(packed);
    Files.write(packed, Arrays.copyOf(whole, whole.length / 2));
    write("gzip.yaml", run("good.jsonl", "r.jsonl.gz", ""));
    refused("r.jsonl.gz", "run", "gzip.yaml");
  }

  @Test
  void storesThatCannotBeUsed() throws Exception {
    assertThat(leibniz.run("run", "run.yaml").status()).isZero();
    Path store = folder.resolve(".leibniz/runs.mv.db");
    byte[] good = Files.readAllBytes(store);
    Files.write(store, "no database".getBytes());
    refused("runs", "runs");
    Files.write(store, good);
    assertThat(leibniz.run("runs").out()).contains("run");
  }

  @Test
  void commandsThatDoNotFit() throws Exception {
    refused("no-such-command", "no-such-command");
    refused("--outcom", "samples", "@last", "--outcom", "wrong");
    assertThat(leibniz.run("run", "run.yaml").status()).isZero();
    refused("deadbeef", "show", "deadbeef");
    refused("workspace.yaml", "run", folder.resolve("..").toString());
  }

  @Test
  void nothingIsLostWhenARunIsRefused() throws Exception {
    assertThat(leibniz.run("run", "run.yaml").status()).isZero();
    write("key.yaml", run("good.jsonl", "r.jsonl", "sampels: 2\n"));
    refused("sampels", "run", "key.yaml");
    assertThat(leibniz.json("runs", "--json")).hasSize(1);
    assertThat(leibniz.json("samples", "@last", "--json")).hasSize(2);
  }
}
