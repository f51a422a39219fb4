package org.leibniz.model.djl.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leibniz.api.CallId;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.GenerationRequest;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.Sampling;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Stops;
import org.leibniz.api.model.Usage;

class ReplyTest {
  private static final SpelledTokenizer TOKENIZER = new SpelledTokenizer(List.of("</s>", "<|endofblock|>"));
  private static final int END = 256;
  private static final int END_OF_BLOCK = 257;
  private static final List<Integer> PROMPT = SpelledTokenizer.ids("hello");

  private final List<String> heard = new ArrayList<>();

  /** A reply fed with tokens of the largest logit, until it wants no more. */
  private Reply reply(Stops stops, int most, List<Integer> tokens) {
    GenerationRequest request =
        new GenerationRequest(new CallId("p", 0, "", 0), Prompt.of("hello"),
            new Decoding(Sampling.GREEDY, stops, most), 0);
    Reply reply = new Reply(TOKENIZER, request, PROMPT, most, Set.of(END), TOKENIZER.largestId() + 1, heard::add);
    int position = PROMPT.size() - 1;
    for (int token : tokens) {
      float[] logits = new float[TOKENIZER.largestId() + 1];
      logits[token] = 1;
      if (reply.read(position++, logits, 0) < 0) {
        return reply;
      }
    }
    throw new AssertionError("the reply wants more than " + tokens);
  }

  private static List<Integer> with(String text, int... control) {
    List<Integer> ids = SpelledTokenizer.ids(text);
    for (int id : control) {
      ids.add(id);
    }
    return ids;
  }

  @Test
  void endsAtTheModelsOwnEnd() {
    Reply reply = reply(Stops.NONE, 99, with("fine", END));
    assertThat(reply.generation())
        .isEqualTo(new Generation("fine", Stop.END, Optional.empty(), false, new Usage(5, 5)));
    assertThat(reply.ids()).hasSize(5).endsWith(END);
  }

  @Test
  void isCutAtItsLimit() {
    Generation generation = reply(Stops.NONE, 3, with("finest")).generation();
    assertThat(generation.raw()).isEqualTo("fin");
    assertThat(generation.stop()).isEqualTo(Stop.LENGTH);
  }

  @Test
  void findsAStopStringAcrossTokens() {
    Generation left = reply(new Stops(List.of("\nQ:"), false), 99, with("It is 4.\nQ: and on")).generation();
    assertThat(left).isEqualTo(new Generation("It is 4.", Stop.STRING, Optional.of("\nQ:"), false, new Usage(5, 11)));
    Generation kept = reply(new Stops(List.of("\nQ:"), true), 99, with("It is 4.\nQ: and on")).generation();
    assertThat(kept.raw()).isEqualTo("It is 4.\nQ:");
    assertThat(kept.stopIncluded()).isTrue();
  }

  @Test
  void aStopStringNamesAControlToken() {
    Generation generation = reply(new Stops(List.of("<|endofblock|>"), true), 99, with("code", END_OF_BLOCK))
        .generation();
    assertThat(generation.raw()).isEqualTo("code<|endofblock|>");
    assertThat(generation.stop()).isEqualTo(Stop.STRING);
  }

  @Test
  void theEndTokenMayBeAStopString() {
    Generation generation = reply(new Stops(List.of("</s>"), false), 99, with("fine", END)).generation();
    assertThat(generation.raw()).isEqualTo("fine");
    assertThat(generation.matchedStop()).contains("</s>");
  }

  @Test
  void charactersOfSeveralTokensAreWhole() {
    assertThat(reply(Stops.NONE, 99, with("é∑😀", END)).generation().raw()).isEqualTo("é∑😀");
  }

  @Test
  void isHeardAsItComesInWholeCharacters() {
    reply(Stops.NONE, 99, with("é∑😀!", END));
    assertThat(heard).containsExactly("é", "∑", "😀", "!");
  }

  @Test
  void nothingIsHeardThatAStopStringTakesAway() {
    reply(new Stops(List.of("\nQ:"), false), 99, with("4.\nA\nQ: and on"));
    assertThat(heard).containsExactly("4", ".", "\nA");
    heard.clear();
    reply(new Stops(List.of("\nQ:"), true), 99, with("4\nQ: and on"));
    assertThat(String.join("", heard)).isEqualTo("4\nQ:");
    heard.clear();
    reply(new Stops(List.of("\nQ:"), false), 3, with("4.\nQ"));
    assertThat(String.join("", heard)).isEqualTo("4.\n");
  }
}
