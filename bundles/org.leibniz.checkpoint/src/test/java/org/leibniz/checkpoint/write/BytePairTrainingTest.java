package org.leibniz.checkpoint.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.checkpoint.tokenizer.Piece;
import org.leibniz.checkpoint.tokenizer.Tokenizer;
import org.leibniz.checkpoint.tokenizer.Tokenizer.ControlTokens;
import org.leibniz.checkpoint.tokenizer.Tokenizers;

class BytePairTrainingTest {
  private static final List<String> CONTROLS = List.of("<|text|>", "<|endofblock|>");
  private static final List<String> TEXTS =
      List.of(
          "Maria has 12 apples and buys 345 more. How many apples has Maria?\n",
          "def area(width, height):\n    return width * height\nprint(area(12, 7))\n",
          "The sum of the angles is 180\u00b0, so the third angle is 180 - 60 - 70 = 50.\n");

  @TempDir Path folder;

  private Tokenizer trained(int vocabulary, List<String> texts) throws IOException {
    BytePairTraining training = new BytePairTraining(vocabulary, CONTROLS);
    texts.forEach(training::add);
    Path file = folder.resolve("tokenizer.json");
    training.write(file);
    return Tokenizers.open(file);
  }

  @Test
  void textsComeBackAsTheyWere() throws IOException {
    Tokenizer tokenizer = trained(500, TEXTS);
    for (String text : List.of(TEXTS.get(0), TEXTS.get(1), TEXTS.get(2), "  two  spaces ", "\u03c0 \u2248 3.14159, \ud83d\ude00 na\u00efve\r\n\tx", "")) {
      List<Integer> ids = tokenizer.encode(List.of(new Piece.Text(text)));
      assertThat(tokenizer.decode(ids, ControlTokens.SHOWN)).isEqualTo(text);
    }
  }

  @Test
  void randomTextsComeBackAsTheyWere() throws IOException {
    Tokenizer tokenizer = trained(450, TEXTS);
    Random random = new Random(7);
    for (int n = 0; n < 300; n++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i >= 0; i--) {
        int point = random.nextInt(4) > 0 ? ' ' + random.nextInt(95) : random.nextInt(0xd7ff);
        text.appendCodePoint(point == 0x2581 ? 'x' : point);
      }
      List<Integer> ids = tokenizer.encode(List.of(new Piece.Text(text.toString())));
      assertThat(tokenizer.decode(ids, ControlTokens.SHOWN)).isEqualTo(text.toString());
    }
  }

  @Test
  void everyDigitIsATokenOfItsOwn() throws IOException {
    Tokenizer tokenizer = trained(500, List.of("12 12 12 12 345 345 345 345"));
    List<Integer> ids = tokenizer.encode(List.of(new Piece.Text("12345")));
    assertThat(ids.stream().map(tokenizer::token)).containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void aNameIsTheSameTokensWhereverItStands() throws IOException {
    Tokenizer tokenizer = trained(500, List.of("so Maria met Maria and saw Maria. ".repeat(30), "Maria ".repeat(30)));
    List<Integer> alone = tokenizer.encode(List.of(new Piece.Text("Maria")));
    List<Integer> inside = tokenizer.encode(List.of(new Piece.Text("so Maria")));
    assertThat(alone).hasSize(1);
    assertThat(inside.subList(inside.size() - 1, inside.size())).isEqualTo(alone);
  }

  @Test
  void frequentWordsBecomeOneToken() throws IOException {
    Tokenizer tokenizer = trained(600, List.of("the price of the book is the answer ".repeat(20)));
    assertThat(tokenizer.encode(List.of(new Piece.Text(" price of the book")))).hasSize(4);
  }

  @Test
  void controlTokensHaveTheFirstIdsAndAreNeverText() throws IOException {
    Tokenizer tokenizer = trained(500, TEXTS);
    assertThat(tokenizer.encode(tokenizer.split("<|text|>"))).containsExactly(0);
    assertThat(tokenizer.encode(List.of(new Piece.Text("<|text|>")))).doesNotContain(0);
    assertThat(tokenizer.isControl(1)).isTrue();
  }

  @Test
  void theOrderOfTextsDoesNotMatter() throws IOException {
    trained(480, TEXTS);
    byte[] one = Files.readAllBytes(folder.resolve("tokenizer.json"));
    trained(480, TEXTS.reversed());
    assertThat(Files.readAllBytes(folder.resolve("tokenizer.json"))).isEqualTo(one);
  }

  @Test
  void addsControlTokensToATokenizerThatLacksThem() throws IOException {
    Tokenizer before = trained(500, TEXTS);
    Path more = folder.resolve("more.json");
    int added = org.leibniz.checkpoint.write.ControlTokens.add(folder.resolve("tokenizer.json"), List.of("<|text|>", "<|code|>"), before.largestId() + 1, more);
    Tokenizer after = Tokenizers.open(more);
    assertThat(added).isEqualTo(1);
    assertThat(after.encode(after.split("<|text|><|code|>"))).containsExactly(0, before.largestId() + 1);
  }
}
