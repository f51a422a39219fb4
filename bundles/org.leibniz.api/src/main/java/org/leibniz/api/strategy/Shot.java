package org.leibniz.api.strategy;

import java.util.List;
import org.leibniz.api.dataset.Choice;

/**
 * A worked example shown to the model before the problem.
 *
 * @param rationale the reasoning in prose, empty where there is none
 * @param program a program that gives the answer, empty where there is none
 * @param answer the final answer
 */
public record Shot(String question, List<Choice> choices, String rationale, String program, String answer) {
  public Shot {
    choices = List.copyOf(choices);
  }
}
