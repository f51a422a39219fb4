package org.leibniz.trainer.sft.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.LeibnizException;
import org.leibniz.checkpoint.tokenizer.Tokenizer;
import org.leibniz.checkpoint.tokenizer.Tokenizer.ControlTokens;
import org.leibniz.checkpoint.tokenizer.Tokenizers;
import org.leibniz.checkpoint.write.BytePairTraining;

class CorpusTest {
  @TempDir Path folder;
  private Tokenizer tokenizer;

  @BeforeEach
  void makeTokenizer() throws IOException {
    new BytePairTraining(380, Blocks.CONTROLS).write(folder.resolve("tokenizer.json"));
    tokenizer = Tokenizers.open(folder.resolve("tokenizer.json"));
  }

  private Corpus read(boolean lossOnExecution, String... lines) throws IOException {
    Path file = folder.resolve("data.jsonl");
    Files.write(file, List.of(lines));
    return Corpus.read(List.of(file), new Corpus.Encoding(tokenizer, 0, 400, lossOnExecution));
  }

  /** What is learnt in brackets. */
  private String marked(Example example) {
    StringBuilder text = new StringBuilder();
    List<Integer> run = new ArrayList<>();
    for (int i = 0; i < example.length(); i++) {
      run.add(example.tokens()[i]);
      if (i + 1 == example.length() || example.learnt()[i + 1] != example.learnt()[i]) {
        String decoded = tokenizer.decode(run, ControlTokens.SHOWN);
        text.append(example.learnt()[i] ? "[" + decoded + "]" : decoded);
        run.clear();
      }
    }
    return text.toString();
  }

  @Test
  void segmentsOfAnInterleavedExample() throws IOException {
    String line =
        "{\"form\":\"interleaved\",\"prompt\":\"<|user|>1+1<|assistant|>\",\"segments\":[{\"kind\":\"text\",\"text\":\"so\"},{\"kind\":\"code\",\"text\":\"1+1\"},"
            + "{\"kind\":\"execution\",\"text\":\"2\"},{\"kind\":\"text\",\"text\":\"2\"}]}";
    assertThat(marked(read(false, line).examples().getFirst()))
        .isEqualTo(
            "<|user|>1+1<|assistant|>[<|text|>so<|endofblock|><|code|>1+1<|endofblock|>]<|execution|>2<|endofblock|>[<|text|>2<|endofblock|><|endofmessage|>]");
    assertThat(marked(read(true, line).examples().getFirst())).contains("<|endofblock|><|execution|>2<|endofblock|><|text|>2");
  }

  @Test
  void segmentsOfAProgramLeaveItsOutputOut() throws IOException {
    String line = "{\"form\":\"pot\",\"prompt\":\"Q: 1+1\\n\",\"segments\":[{\"kind\":\"code\",\"text\":\"print(2)\"},{\"kind\":\"execution\",\"text\":\"2\"}]}";
    assertThat(marked(read(false, line).examples().getFirst())).isEqualTo("Q: 1+1\n[print(2)<|endofmessage|>]");
  }

  @Test
  void messagesOfMathCoder() throws IOException {
    String line =
        "{\"messages\":[{\"role\":\"system\",\"content\":[{\"type\":\"text\",\"content\":\"solve\"}]},{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"content\":\"1+1 <|code|>\"}]},"
            + "{\"role\":\"assistant\",\"content\":[{\"type\":\"code\",\"content\":\"1+1\"},{\"type\":\"execution\",\"content\":\"2\"},{\"type\":\"text\",\"content\":\"2\"}]}]}";
    Example example = read(false, line).examples().getFirst();
    assertThat(marked(example))
        .isEqualTo(
            "<|system|><|text|>solve<|endofblock|><|endofmessage|><|user|><|text|>1+1 <|code|><|endofblock|><|endofmessage|><|assistant|>"
                + "[<|code|>1+1<|endofblock|>]<|execution|>2<|endofblock|>[<|text|>2<|endofblock|><|endofmessage|>]");
    int code = tokenizer.id("<|code|>").orElseThrow();
    assertThat(java.util.Arrays.stream(example.tokens()).filter(id -> id == code).count()).as("text never becomes a control token").isEqualTo(1);
  }

  @Test
  void alpacaAsListOrLines() throws IOException {
    String one = "{\"instruction\":\"Add.\",\"input\":\"1 1\",\"output\":\"2\"}";
    String other = "{\"instruction\":\"Say hi.\",\"input\":\"\",\"output\":\"hi\"}";
    Corpus lines = read(false, one, other);
    Corpus list = read(false, "[" + one + ",", other + "]");
    assertThat(lines.examples().stream().map(this::marked)).isEqualTo(list.examples().stream().map(this::marked).toList());
    assertThat(marked(lines.examples().get(0))).endsWith("### Input:\n1 1\n\n### Response:[2<|endofmessage|>]");
    assertThat(marked(lines.examples().get(1))).endsWith("### Instruction:\nSay hi.\n\n### Response:[hi<|endofmessage|>]");
  }

  @Test
  void badLinesAreNamed() {
    assertThatThrownBy(() -> read(false, "{\"instruction\":\"x\",\"output\":\"y\"}", "{\"question\":1}"))
        .isInstanceOf(LeibnizException.class)
        .hasMessageContaining("data.jsonl:2: has none of the fields");
    assertThatThrownBy(() -> read(false, "{\"prompt\":\"x\",\"segments\":[{\"kind\":\"prose\",\"text\":\"\"}]}")).hasMessageContaining("data.jsonl:1: kind: is 'prose'");
    assertThatThrownBy(() -> read(false, "{\"instruction\":\"x\"}")).hasMessageContaining("data.jsonl:1: output: is missing");
    assertThatThrownBy(() -> read(false, "{\"instruction\"")).hasMessageContaining("data.jsonl:1: is no JSON object");
    assertThatThrownBy(() -> Corpus.read(List.of(folder.resolve("none.jsonl")), new Corpus.Encoding(tokenizer, 0, 9, false))).hasMessageContaining("no such file");
  }

  @Test
  void examplesLongerThanTheContextAreCountedAndLeftOut() throws IOException {
    Corpus corpus = read(false, "{\"instruction\":\"x\",\"output\":\"y\"}", "{\"instruction\":\"" + "long ".repeat(300) + "\",\"output\":\"y\"}");
    assertThat(corpus.examples()).hasSize(1);
    assertThat(corpus.skipped()).isEqualTo(1);
  }

  @Test
  void formsComeInTheirSharesAndEachExampleOnceARound() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      examples.add(new Example(i % 4 == 0 ? "a" : "b", new int[] {i, 0}, new boolean[] {false, true}));
    }
    TreeMap<String, Double> shares = new TreeMap<>(Map.of("a", 3.0, "b", 7.0));
    Mixture mixture = new Mixture(new Corpus(examples, 0), List.of(new Phase(1, shares)), 1);
    mixture.shares(shares);
    List<Integer> fromA = new ArrayList<>();
    for (int n = 1; n <= 100; n++) {
      Example next = mixture.peek();
      mixture.advance();
      if (next.form().equals("a")) {
        fromA.add(next.tokens()[0]);
      }
      assertThat(fromA.size()).isBetween((int) Math.floor(n * 0.3), (int) Math.ceil(n * 0.3));
    }
    for (int round = 0; round < 3; round++) {
      assertThat(fromA.subList(10 * round, 10 * round + 10)).containsExactlyInAnyOrder(0, 4, 8, 12, 16, 20, 24, 28, 32, 36);
    }
    assertThat(fromA.subList(0, 10)).isNotEqualTo(fromA.subList(10, 20));
  }
}
