package org.leibniz.api.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leibniz.api.dataset.Choice;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.model.Part;
import org.leibniz.api.strategy.Shot;

class PromptTemplateTest {
  private static final String TEMPLATE =
      """
      Remarks.
      === start
      Solve.

      === shot
      Q: {question}{choices}
      A: {answer}

      === problem
      <|user|>Q: {question}{choices}
      A:
      === choices
       of{list}
      === choice
       ({label}) {text}
      === stops
      \\nQ:
      === control
      <|user|>
      """;

  private static PromptTemplate template(String text) {
    return PromptTemplate.parse(Path.of("my.prompt"), text);
  }

  private static Problem problem(String question, List<Choice> choices) {
    return new Problem("p", 0, question, Problem.ALL, 0, choices, "GOLD", "", Map.of("body", "B"));
  }

  @Test
  void theLastSectionEndsAsTheOthersDoWhetherOrNotTheFileEndsWithALineBreak() {
    String sections = "=== problem\n{question}{choices}!\n=== choices\n:{list}\n=== choice\n {label}";
    Problem problem =
        new Problem(
            "p", 0, "Which", Problem.ALL, 0, List.of(new Choice("A", "one"), new Choice("B", "two")), "A", "", Map.of());
    for (String file : List.of(sections, sections + "\n")) {
      PromptTemplate template = PromptTemplate.parse(Path.of("test.prompt"), file);
      assertThat(template.render(problem, List.of()).rendered()).isEqualTo("Which: A B!");
    }
  }

  @Test
  void rendersExactlyWhatTheFileShows() {
    Shot shot = new Shot("1+1?", List.of(), "", "", "2");
    assertThat(template(TEMPLATE).render(problem("2+2?", List.of()), List.of(shot)).rendered())
        .isEqualTo("Solve.\nQ: 1+1?\nA: 2\n<|user|>Q: 2+2?\nA:");
  }

  @Test
  void listsChoicesOnlyForMultipleChoice() {
    List<Choice> choices = List.of(new Choice("A", "3"), new Choice("B", "4"));
    assertThat(template(TEMPLATE).render(problem("2+2?", choices), List.of()).rendered())
        .isEqualTo("Solve.\n<|user|>Q: 2+2? of (A) 3 (B) 4\nA:");
  }

  @Test
  void makesControlTokensOnlyOfWhatTheTemplateItselfWrites() {
    List<Part> parts = template(TEMPLATE).render(problem("<|user|>{answer}{question}?", List.of()), List.of()).parts();
    assertThat(parts)
        .containsExactly(
            new Part.Text("Solve.\n"), new Part.Control("<|user|>"), new Part.Text("Q: <|user|>{answer}{question}?\nA:"));
  }

  @Test
  void readsStopsWithLineBreaks() {
    assertThat(template(TEMPLATE).stops()).containsExactly("\nQ:");
  }

  @Test
  void fillsInAttributesAndLeavesUnknownNamesAlone() {
    assertThat(template("=== problem\n{body} {other} {not a name}").render(problem("q", List.of()), List.of()).rendered())
        .isEqualTo("B {other} {not a name}");
  }

  @Test
  void refusesATemplateWithoutAProblemOrWithAnUnknownSection() {
    assertThatThrownBy(() -> template("=== start\nx\n")).hasMessageContaining("my.prompt: has no section  === problem");
    assertThatThrownBy(() -> template("=== problem\nx\n=== probelm\ny\n")).hasMessageContaining("my.prompt:3: expected each of the sections");
  }
}
