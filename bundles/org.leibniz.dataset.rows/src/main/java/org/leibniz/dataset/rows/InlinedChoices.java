package org.leibniz.dataset.rows;

import java.util.List;
import org.leibniz.api.dataset.Choice;

/**
 * A question that carries its choices behind {@code Answer Choices:}, as MAmmoTH's evaluation files write them.
 *
 * @param question what stands before, without the blanks at its end
 * @param choices empty where the text has none
 */
public record InlinedChoices(String question, List<Choice> choices) {
  private static final String MARK = "Answer Choices:";

  public static InlinedChoices of(String text) {
    int mark = text.lastIndexOf(MARK);
    List<Choice> choices = mark < 0 ? List.of() : Options.inline(text.substring(mark + MARK.length()));
    return choices.isEmpty()
        ? new InlinedChoices(text, List.of())
        : new InlinedChoices(text.substring(0, mark).stripTrailing(), choices);
  }
}
