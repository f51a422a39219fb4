package org.leibniz.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Status;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.GenerationRequest;
import org.leibniz.engine.internal.ProtocolRun.Script;
import org.leibniz.store.CallRecord;
import org.leibniz.store.StoredSample;
import org.leibniz.tck.ScriptedSession;

/**
 * Every prompt that a protocol sends, byte by byte, for three problems of each family of datasets, all written for this
 * test. What is expected lies in {@code src/test/resources/org/leibniz/engine/golden}, a file for each {@link Protocol}; it
 * was read against the protocols of the papers. After a change that is meant, write the files anew and review the diff:
 *
 * <pre>
 * ./mvnw test -pl bundles/org.leibniz.engine -am -Dtest=GoldenPromptsTest \
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dleibniz.golden=write
 * </pre>
 */
class GoldenPromptsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/org/leibniz/engine/golden");
  private static final String PROBLEMS = "/org/leibniz/engine/problems/";
  private static final List<String> FAMILIES =
      List.of("gsm8k.jsonl", "svamp.json", "math.jsonl", "aqua-rat.jsonl", "mmlu-math.json", "sat-math.json");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> promptsAreByteByByteWhatWasReviewed() {
    return Stream.of(Protocol.values()).map(protocol -> DynamicTest.dynamicTest(protocol.id(), () -> check(protocol)));
  }

  private void check(Protocol protocol) throws IOException {
    StringBuilder sent = new StringBuilder();
    for (String family : FAMILIES) {
      sent.append(prompts(protocol, family));
    }
    Path golden = GOLDEN.resolve(protocol.id() + ".txt");
    if ("write".equals(System.getProperty("leibniz.golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, sent);
    }
    assertThat(sent.toString()).isEqualTo(Files.readString(golden));
  }

  private String prompts(Protocol protocol, String family) throws IOException {
    resource(PROBLEMS + family, family);
    resource(PROBLEMS + "shots.yaml", "shots.yaml");
    String dataset = family.substring(0, family.indexOf('.'));
    StringBuilder sent = new StringBuilder();
    Script script = new Script(protocol.traits(), (request, rank) -> protocol.reply(request, rank));
    Function<String, Execution> programs =
        program ->
            program.contains("1/0")
                ? ScriptedSession.failed(Status.ERROR, "ZeroDivisionError", "division by zero")
                : ScriptedSession.printed("\nleibniz-value:7\n");
    try (ProtocolRun run =
        ProtocolRun.of(folder, protocol.runFile(dataset, family), script, programs)) {
      List<StoredSample> samples = run.samples();
      assertThat(samples).hasSize(3);
      for (StoredSample sample : samples) {
        int call = 0;
        for (CallRecord record : inOrder(run.calls(sample))) {
          if (record instanceof CallRecord.Generated generated) {
            sent.append(shown(dataset, sample.problem().position() + 1, ++call, generated));
          }
        }
      }
    }
    return sent.toString();
  }

  private static List<CallRecord> inOrder(List<CallRecord> calls) {
    return calls.stream()
        .sorted(
            Comparator.comparingInt((CallRecord call) -> Protocol.BRANCHES.indexOf(call.place().branch()))
                .thenComparingInt(call -> call.place().ordinal()))
        .toList();
  }

  private static String shown(String dataset, int problem, int number, CallRecord.Generated call) {
    String branch = call.place().branch();
    String called = branch.isEmpty() ? "" : " (" + branch + ")";
    return "──── " + dataset + ", problem " + problem + ", call " + number + called + "; " + decoding(call.decoding()) + "\n" + call.prompt().rendered() + "\n──── end\n";
  }

  private static String decoding(Decoding decoding) {
    return decoding.maxTokens() + " tokens"
        + (decoding.maxPromptTokens() > 0 ? ", of the prompt the last " + decoding.maxPromptTokens() : "")
        + ", stops " + decoding.stops().strings().stream().map(stop -> stop.replace("\n", "\\n")).toList()
        + (decoding.stops().included() ? " kept" : "")
        + (decoding.sampling().isGreedy() ? ", greedy" : ", " + decoding.sampling());
  }

  private void resource(String from, String to) throws IOException {
    try (var in = GoldenPromptsTest.class.getResourceAsStream(from)) {
      Files.write(folder.resolve(to), in.readAllBytes());
    }
  }
}
