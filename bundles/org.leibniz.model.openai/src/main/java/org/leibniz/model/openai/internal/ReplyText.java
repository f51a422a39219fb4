package org.leibniz.model.openai.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Stops;
import org.leibniz.api.model.Usage;

/**
 * A reply as it comes, whole or piece by piece. Stop strings are looked for here as well: some servers take few of
 * them, and
 * where one shall stay in the text the server is not told. Used by one thread.
 */
final class ReplyText {
  /** What to do after a piece. */
  enum Next {
    READ_ON,
    /** A stop string is there: what follows is not wanted. */
    ENOUGH
  }

  private static final String THINKS = "<think>\n";
  private static final String THOUGHT = "\n</think>\n\n";

  private final Decoding decoding;
  private final StringBuilder text = new StringBuilder();
  private boolean thinking;
  private int answerFrom;
  private String finish = "";
  private Optional<String> matched = Optional.empty();
  private Usage usage = Usage.UNKNOWN;

  ReplyText(Decoding decoding) {
    this.decoding = decoding;
  }

  /** Takes a whole answer or one event of a stream. */
  Next take(JsonNode answer) throws ServerFailure {
    usage(answer.path("usage"));
    JsonNode choice = answer.path("choices").path(0);
    if (choice.isMissingNode()) {
      return Next.READ_ON;
    }
    if (!choice.isObject()) {
      throw ServerFailure.later("answered a choice that is no object");
    }
    JsonNode message = choice.has("message") ? choice.get("message") : choice.path("delta");
    JsonNode thought = message.has("reasoning_content") ? message.get("reasoning_content") : message.path("reasoning");
    think(words(thought));
    int before = text.length();
    answer(words(choice.has("text") ? choice.get("text") : message.path("content")));
    if (choice.path("finish_reason").isTextual()) {
      finish = choice.get("finish_reason").asText();
      JsonNode named = choice.path("stop_reason").isTextual() ? choice.get("stop_reason") : choice.path("matched_stop");
      matched = named.isTextual() ? Optional.of(named.asText()) : matched;
    }
    if (finish.equals("content_filter")) {
      throw ServerFailure.forGood("the server's content filter ended the reply");
    }
    return findStop(before) ? Next.ENOUGH : Next.READ_ON;
  }

  /** What a model thinks before it answers, in the marks it writes itself where no server takes it apart. */
  private void think(String words) {
    if (!words.isEmpty()) {
      text.append(thinking ? "" : THINKS).append(words);
      thinking = true;
    }
  }

  private void answer(String words) {
    if (words.isEmpty()) {
      return;
    }
    if (thinking) {
      text.append(THOUGHT);
      thinking = false;
      answerFrom = text.length();
    }
    text.append(words);
  }

  private static String words(JsonNode node) throws ServerFailure {
    if (node.isTextual()) {
      return node.asText();
    }
    if (node.isNull() || node.isMissingNode()) {
      return "";
    }
    throw ServerFailure.later("answered a text that is no string");
  }

  private void usage(JsonNode given) {
    if (given.isObject()) {
      usage = new Usage(given.path("prompt_tokens").asInt(-1), given.path("completion_tokens").asInt(-1));
    }
  }

  /** Cuts at the earliest stop string that ends after {@code before}. */
  private boolean findStop(int before) {
    Stops stops = decoding.stops();
    int cut = -1;
    int earliest = Integer.MAX_VALUE;
    for (String stop : stops.strings()) {
      int at = stop.isEmpty() ? -1 : text.indexOf(stop, Math.max(answerFrom, before - stop.length() + 1));
      if (at >= 0 && at < earliest) {
        earliest = at;
        matched = Optional.of(stop);
        cut = stops.included() ? at + stop.length() : at;
      }
    }
    if (cut >= 0) {
      text.setLength(cut);
      finish = "stop";
    }
    return cut >= 0;
  }

  /** Whether the server or a stop string has ended it. */
  boolean isEnded() {
    return !finish.isEmpty();
  }

  Generation generation() {
    Stop stop = finish.equals("length") ? Stop.LENGTH : matched.isPresent() ? Stop.STRING : Stop.END;
    Optional<String> string = stop == Stop.STRING ? matched : Optional.empty();
    boolean included = string.isPresent() && decoding.stops().included() && text.toString().endsWith(string.get());
    return new Generation(text.toString(), stop, string, included, usage);
  }
}
