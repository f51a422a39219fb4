package org.leibniz.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leibniz.api.Config;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.plugin.Descriptor;
import org.leibniz.api.plugin.Kind;

/** A configuration is refused in one line that says where it is wrong and what would be right. */
class ConfigCheckTest {
  private static final Descriptor INTERLEAVED =
      new Descriptor(
          Kind.STRATEGY,
          "interleaved",
          "Interleaved",
          "1.0.0",
          "",
          Map.of(
              "properties",
              Map.of(
                  "maxRounds", Map.of("type", "integer", "minimum", 1, "maximum", 64),
                  "temperature", Map.of("type", "number"),
                  "timeout", Map.of("type", "string"),
                  "strict", Map.of("type", "boolean"),
                  "dialect", Map.of("type", "string", "enum", List.of("mathcoder", "fenced")),
                  "stops", Map.of("type", "array", "items", Map.of("type", "string")),
                  "shots", Map.of("type", List.of("integer", "string")),
                  "sampling", Map.of("type", "object", "properties", Map.of("topK", Map.of("type", "integer")))),
              "required",
              List.of("dialect")),
          Set.of());

  private static void check(Map<String, Object> values) {
    ConfigCheck.check(INTERLEAVED, new Config(values, new Config.Origin("", field -> "run.yaml:7")));
  }

  private static void refuses(Map<String, Object> values, String message) {
    assertThatThrownBy(() -> check(values))
        .isInstanceOfSatisfying(LeibnizException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_INPUT))
        .hasMessageStartingWith("run.yaml:7: " + message);
  }

  private static Map<String, Object> with(String key, Object value) {
    return Map.of("dialect", "fenced", key, value);
  }

  @Test
  void acceptsWhatFits() {
    assertThatCode(
            () -> check(Map.of("dialect", "fenced", "maxRounds", 16L, "temperature", 0.7, "timeout", "10s", "strict", true)))
        .doesNotThrowAnyException();
    assertThatCode(() -> check(with("sampling", Map.of("topK", 40L)))).doesNotThrowAnyException();
  }

  @Test
  void takesAWrittenNumberAsTextAndASingleTextAsAList() {
    assertThatCode(() -> check(with("timeout", 10L))).doesNotThrowAnyException();
    assertThatCode(() -> check(with("stops", "</s>"))).doesNotThrowAnyException();
    assertThatCode(() -> check(with("shots", 4L))).doesNotThrowAnyException();
    assertThatCode(() -> check(with("shots", "shots.yaml"))).doesNotThrowAnyException();
  }

  @Test
  void namesANearKeyForAMisspeltOne() {
    refuses(with("maxRound", 3L), "maxRound: unknown key of strategy 'interleaved'; did you mean 'maxRounds'?");
    refuses(with("sampling", Map.of("topk", 3L)), "sampling.topk: unknown key of strategy 'interleaved'; did you mean 'topK'?");
  }

  @Test
  void namesAMissingKey() {
    refuses(Map.of(), "dialect: is missing; strategy 'interleaved' requires it");
  }

  @Test
  void namesTheExpectedType() {
    refuses(with("maxRounds", "many"), "maxRounds: expected a whole number, found 'many'");
    refuses(with("maxRounds", 1.5), "maxRounds: expected a whole number, found 1.5");
    refuses(with("strict", "yes"), "strict: expected true or false, found 'yes'");
    refuses(with("timeout", List.of("10s")), "timeout: expected text, found a list");
    refuses(with("stops", Map.of()), "stops: expected a list, found a mapping");
    refuses(with("stops", List.of("a", Map.of())), "stops[1]: expected text, found a mapping");
    refuses(with("shots", Map.of()), "shots: expected a whole number or text, found a mapping");
  }

  @Test
  void namesTheRangeAndTheChoices() {
    refuses(with("maxRounds", 0L), "maxRounds: expected 1 or more, found 0");
    refuses(with("maxRounds", 65L), "maxRounds: expected 64 or less, found 65");
    refuses(
        Map.of("dialect", "mathcodr"),
        "dialect: expected one of mathcoder, fenced, found 'mathcodr'; did you mean 'mathcoder'?");
  }
}
