package org.leibniz.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leibniz.api.LeibnizException;

/** What a template file says, and what is said where it is wrong. */
class TemplateReaderTest {
  private static final String GOOD =
      """
      Doubles a number.
      subject: Prealgebra

      === level 1
      n = 2..90

      === level 3
      n = 100..900 by 100

      === values
      thing = pens | cups
      d = 2 * n

      === questions
      What is twice {n} {thing}?
      Double {n}.

      === unseen questions
      How much is {n} and {n}?

      === answer
      {d}

      === rationale
      {add(n, n)}.

      === plan
      Twice is times two.

      === program
      n = {n}
      print(2 * n)
      """;

  private static Template read(String text) {
    return TemplateReader.read(Path.of("double.template"), text);
  }

  @Test
  void givesEveryFormAndDerivesTheTranscriptFromTheProgram() {
    Exercise exercise = new Draw(read(GOOD), new Chance(1, 1)).exercise(Split.TRAIN, 3, Wording.UNSEEN);
    long n = exercise.numbers().getFirst();
    assertThat(n % 100).isZero();
    assertThat(exercise.template()).isEqualTo("double");
    assertThat(exercise.question()).isEqualTo("How much is " + n + " and " + n + "?");
    assertThat(exercise.answer()).isEqualTo(Long.toString(2 * n));
    assertThat(exercise.rationale()).endsWith("The answer is " + 2 * n + ".");
    assertThat(exercise.program()).isEqualTo("n = " + n + "\nprint(2 * n)");
    assertThat(exercise.solution(Form.INTERLEAVED))
        .isEqualTo(
            List.of(
                new Block(Block.Kind.TEXT, "Twice is times two."),
                new Block(Block.Kind.CODE, "n = " + n + "\n2 * n"),
                new Block(Block.Kind.EXECUTION, Long.toString(2 * n)),
                new Block(Block.Kind.TEXT, "The answer is " + 2 * n + ".")));
  }

  @Test
  void aTranscriptOfItsOwnReplacesTheDerivedOne() {
    String turns = GOOD + "\n=== interleaved\n--- text\nFirst.\n--- code\n{n}\n--- execution\n{n}\n--- text\nSo {d}.\n";
    assertThat(new Draw(read(turns), new Chance(1, 1)).exercise(Split.TEST, 1, Wording.SEEN).interleaved())
        .extracting(Block::kind)
        .containsExactly(Block.Kind.TEXT, Block.Kind.CODE, Block.Kind.EXECUTION, Block.Kind.TEXT);
  }

  @Test
  void theTemplateInTheDocumentationWorks() throws IOException {
    String page = Files.readString(Path.of("../../docs/templates.md"));
    int start = page.indexOf("subject: Geometry");
    Template template = read(page.substring(start, page.indexOf("```", start)));
    assertThat(new Generator(new Templates(List.of(template)), 1).everyKind(2)).hasSize(2 * 2 * 3 * 2);
  }

  @Test
  void theDocumentationNamesEveryFunction() throws IOException {
    String page = Files.readString(Path.of("../../docs/templates.md"));
    assertThat(Functions.NAMES).allMatch(name -> page.contains("`" + name + "("));
  }

  @Test
  void mistakesAreNamedWithTheirLine() {
    refused(GOOD.replace("n = 2..90", "n = 2..(90"), "double.template:5: expected ')' in '(90'");
    refused(GOOD.replace("n = 2..90", "two to ninety"), "double.template:5: expected 'NAME = LOW..HIGH'");
    refused(GOOD.replace("Double {n}.", "Double {n."), "double.template:16: '{' is not closed");
    refused(GOOD.replace("{add(n, n)}", "{sum(n, n)}"), "double.template:25: there is no function 'sum'; expected one of abs, add");
    refused(GOOD.replace("=== plan", "=== plans"), "double.template:27: expected each of the sections");
    refused(GOOD.replace("subject: Prealgebra", ""), "double.template:1: expected a line  subject: NAME");
    refused(GOOD.replace("=== answer\n{d}\n", ""), "double.template: has no section  === answer");
    refused(GOOD.replace("print(2 * n)", "n"), "double.template:31: expected a last line print(…)");
    refused(GOOD + "=== interleaved\n--- words\n", "double.template:34: expected --- text, --- code or --- execution, found 'words'");
  }

  @Test
  void conditionsThatNothingFitsEndWithOneLine() {
    Template none = read(GOOD.replace("d = 2 * n", "d = 2 * n\nrequire d < 0"));
    assertThatThrownBy(() -> new Draw(none, new Chance(1, 1)).exercise(Split.TRAIN, 1, Wording.SEEN))
        .isInstanceOf(LeibnizException.class)
        .hasMessageContaining("template double, level 1: no values fit its conditions");
    Template unknown = read(GOOD.replace("Double {n}.", "Double {m}."));
    assertThatThrownBy(() -> new Generator(new Templates(List.of(unknown)), 1).everyKind(1))
        .isInstanceOf(LeibnizException.class)
        .hasMessageContaining("there is no value 'm'");
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(LeibnizException.class).hasMessageContaining(message);
  }
}
