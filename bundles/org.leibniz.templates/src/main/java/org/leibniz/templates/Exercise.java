package org.leibniz.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.leibniz.api.dataset.Problem;

/**
 * A problem drawn from a template, with its solution in every form.
 *
 * @param template the template's id
 * @param wording seen in training or kept for the test
 * @param number 0-based number of the wording among its kind
 * @param numbers the sizes of all numbers of the problem, rising: what {@link Split} goes by
 * @param interleaved text, code and execution in turns; the last block is text
 */
public record Exercise(
    String template,
    String subject,
    int level,
    Wording wording,
    int number,
    List<Long> numbers,
    String question,
    String answer,
    String rationale,
    String program,
    List<Block> interleaved) {
  public Exercise {
    numbers = List.copyOf(numbers);
    interleaved = List.copyOf(interleaved);
  }

  /** The exercise that {@code values} make of a template. */
  static Exercise of(
      Template template, int level, Wording wording, int number, List<Long> numbers, Map<String, Value> values) {
    Template.Solutions solutions = template.solutions();
    List<Block> blocks = new ArrayList<>();
    solutions.interleaved().forEach(turn -> blocks.add(new Block(turn.kind(), turn.phrase().fill(values))));
    return new Exercise(
        template.id(),
        template.subject(),
        level,
        wording,
        number,
        numbers,
        template.question(wording, number).fill(values),
        solutions.answer().fill(values),
        solutions.rationale().fill(values) + " The answer is " + solutions.answer().fill(values) + ".",
        solutions.program().fill(values),
        blocks);
  }

  /** The exercise as strategies and graders see it; template and wording are attributes. */
  public Problem problem(String id, int position) {
    Map<String, String> attributes = Map.of("template", template, "wording", wording.id());
    return new Problem(id, position, question, subject, level, List.of(), answer, rationale, attributes);
  }

  /** The split its numbers belong to. */
  public Split split() {
    return Split.of(template, numbers);
  }

  /** The solution in one form, as the model writes it and the executor adds to it. */
  public List<Block> solution(Form form) {
    return switch (form) {
      case COT -> List.of(new Block(Block.Kind.TEXT, rationale));
      case POT -> List.of(new Block(Block.Kind.CODE, program));
      case INTERLEAVED -> interleaved;
    };
  }
}
