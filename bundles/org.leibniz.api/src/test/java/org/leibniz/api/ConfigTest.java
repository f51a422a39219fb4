package org.leibniz.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {
  private enum Colour {
    RED,
    DARK_BLUE
  }

  private static Config config(String key, Object value) {
    return new Config(Map.of(key, value), new Config.Origin("/lab/runs", field -> "run.yaml:3"));
  }

  @Test
  void readsDurationsAndSizesAsPeopleWriteThem() {
    assertThat(config("t", "500ms").duration("t", Duration.ZERO)).isEqualTo(Duration.ofMillis(500));
    assertThat(config("t", "10s").duration("t", Duration.ZERO)).isEqualTo(Duration.ofSeconds(10));
    assertThat(config("t", "2m").duration("t", Duration.ZERO)).isEqualTo(Duration.ofMinutes(2));
    assertThat(config("t", 1.5).duration("t", Duration.ZERO)).isEqualTo(Duration.ofMillis(1500));
    assertThat(config("s", "512MiB").bytes("s", 0)).isEqualTo(512L << 20);
    assertThat(config("s", 77L).bytes("s", 0)).isEqualTo(77);
  }

  @Test
  void resolvesPathsAgainstTheFileThatWroteThem() {
    assertThat(config("path", "../data/x.jsonl").path("path")).contains(Path.of("/lab/data/x.jsonl"));
    assertThat(config("path", "/abs/x").path("path")).contains(Path.of("/abs/x"));
  }

  @Test
  void namesFileLineFieldAndExpectation() {
    assertThatThrownBy(() -> config("n", "many").integer("n", 1)).hasMessage("run.yaml:3: n: expected a whole number, found 'many'");
    assertThatThrownBy(() -> config("n", 1.5).integer("n", 1)).hasMessageContaining("expected a whole number, found the number 1.5");
    assertThatThrownBy(() -> config("c", "green").choice("c", Colour.class, Colour.RED))
        .hasMessage("run.yaml:3: c: expected one of red, dark-blue, found 'green'");
    assertThatThrownBy(() -> config("t", "soon").duration("t", Duration.ZERO)).hasMessageContaining("expected a duration such as 10s");
    assertThatThrownBy(() -> config("l", List.of(Map.of())).texts("l")).hasMessageContaining("expected a list of texts");
    assertThatThrownBy(() -> config("outer", Map.of("inner", "x")).child("outer").decimal("inner", 0))
        .hasMessage("run.yaml:3: outer.inner: expected a number, found 'x'");
  }

  @Test
  void takesASingleTextAsAListOfOne() {
    assertThat(config("stops", "Q:").texts("stops")).containsExactly("Q:");
  }
}
