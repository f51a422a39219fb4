package org.leibniz.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.model.Generation;
import org.leibniz.engine.internal.ProtocolRun.Script;
import org.leibniz.store.StoredSample;
import org.leibniz.tck.ScriptedSession;

/**
 * Prompts that publishers kept in their records, byte by byte against what the presets send for the same problems: the whole
 * sets. Skipped where {@code LEIBNIZ_CORPORA} does not name the folder of the published files.
 */
class PublishedPromptsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  /** First prompts by position of the problem. */
  private Map<Integer, String> sent(String settings, String dataset, String path) {
    Map<String, String> first = new ConcurrentHashMap<>();
    Script script =
        Script.of(
            (request, rank) -> {
              if (rank == 0 && request.id().branch().isEmpty()) {
                first.put(request.id().problem(), request.prompt().rendered());
              }
              return Generation.ended("7");
            });
    String runFile =
        "name: prompts\n" + settings + "\ndataset: {id: " + dataset + ", path: " + corpora().resolve(path) + "}\n"
            + "model: scripted\n";
    Map<Integer, String> prompts = new HashMap<>();
    try (ProtocolRun run = ProtocolRun.of(folder, runFile, script, program -> ScriptedSession.printed(""))) {
      for (StoredSample sample : run.samples()) {
        prompts.put(sample.problem().position(), first.get(sample.problem().id()));
      }
    }
    return prompts;
  }

  private static Path corpora() {
    String corpora = System.getenv("LEIBNIZ_CORPORA");
    assumeTrue(corpora != null, "skipped: LEIBNIZ_CORPORA is not set, so there are no published prompts to compare with");
    return Path.of(corpora);
  }

  private static List<JsonNode> records(String file) {
    List<JsonNode> records = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(corpora().resolve("published").resolve(file))),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        records.add(JSON.readTree(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  /** Compares record by record and says which differ. */
  private static void assertAgree(
      List<JsonNode> records, Map<Integer, String> sent, BiFunction<JsonNode, String, Boolean> agrees) {
    List<String> different = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      if (!agrees.apply(records.get(i), sent.get(i))) {
        different.add(i + ": " + sent.get(i) + "\nin place of " + records.get(i));
      }
    }
    assertThat(different.stream().limit(2)).as(different.size() + " of " + records.size() + " prompts differ").isEmpty();
  }

  @Test
  void abelsPromptsAreThoseOfItsRecords() {
    Map<Integer, String> sent = sent("preset: abel", "gsm8k", "data/gsm8k/test.jsonl");
    assertAgree(
        records("abel/Abel-7b-001/GSM8K.jsonl.gz"), sent, (record, prompt) -> record.get("prompt").asText().equals(prompt));
  }

  /** MetaMath was asked in WizardMath's form, and GSM-Plus kept what it was asked. */
  @Test
  void wizardMathsPromptsAreThoseOfMetaMathsRecords() {
    Map<Integer, String> sent = sent("preset: wizardmath", "gsm8k", "data/gsm8k/test.jsonl");
    assertAgree(
        records("gsm-plus/metamath_7b/GSM8K.jsonl.gz"),
        sent,
        (record, prompt) -> record.get("input").asText().equals(prompt));
  }

  @Test
  void mathCodersPromptsAreThoseOfItsRecords() {
    Map<Integer, String> sent = sent("preset: mathcoder\nexecutor: scripted", "gsm8k", "data/gsm8k/test.jsonl");
    assertAgree(
        records("mathcoder/MathCoder-L-7b/GSM8K.jsonl.gz"),
        byQuestion(sent, "mathcoder/MathCoder-L-7b/GSM8K.jsonl.gz"),
        (record, prompt) -> mathCoder(record).equals(prompt));
  }

  private static String mathCoder(JsonNode record) {
    StringBuilder prompt = new StringBuilder();
    for (int i = 0; i < 2; i++) {
      JsonNode block = record.get("debug_result").get(i);
      prompt.append("<|").append(block.get("role").asText()).append("|><|text|>").append(block.get("content").asText());
      prompt.append("<|endofblock|><|endofmessage|>");
    }
    return prompt.append("<|assistant|>").toString();
  }

  /** Prompts in the order of a file that has its own: matched by the question they end with. */
  private static Map<Integer, String> byQuestion(Map<Integer, String> sent, String file) {
    Map<String, String> prompts = new HashMap<>();
    sent.values().forEach(prompt -> prompts.put(letters(prompt), prompt));
    Map<Integer, String> ordered = new HashMap<>();
    List<JsonNode> records = records(file);
    for (int i = 0; i < records.size(); i++) {
      ordered.put(i, prompts.get(letters(mathCoder(records.get(i)))));
    }
    return ordered;
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "");
  }

  @Test
  void programOfThoughtsZeroShotPromptsAreThoseOfItsRecords() {
    String preset = "preset: pot\nexecutor: scripted";
    BiFunction<JsonNode, String, Boolean> begins = (record, prompt) -> record.get("generated").asText().startsWith(prompt);
    assertAgree(
        records("pot/codex-zero-shot-PoT/AQuA.jsonl.gz"), sent(preset, "aqua-rat", "data/aqua_rat/test.json"), begins);
    assertAgree(records("pot/codex-zero-shot-PoT/SVAMP.jsonl.gz"), sent(preset, "svamp", "data/svamp/SVAMP.json"), begins);
    assertAgree(
        records("pot/codex-zero-shot-PoT/MultiArith.jsonl.gz"),
        sent(preset, "mawps", "data/mawps/original_json/MultiArith.json"),
        begins);
  }
}
