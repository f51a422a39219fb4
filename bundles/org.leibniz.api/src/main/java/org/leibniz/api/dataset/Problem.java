package org.leibniz.api.dataset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One problem of a benchmark, as every strategy, grader and store sees it.
 *
 * @param id stable and unique within the dataset, the same for the same problem in every published form of the set
 * @param position 0-based position in the file it was read from
 * @param question what is asked, without the choices
 * @param subject the publisher's own field (subject, type, source, …), {@code all} where there is none
 * @param level difficulty from 1, or 0 where the publisher gives none
 * @param choices the options in order, empty for an open question
 * @param answer the gold answer: a letter for multiple choice, else the publisher's text
 * @param solution the gold solution, empty where there is none
 * @param attributes further publisher's fields that protocols need, for instance {@code body}; never null values
 */
public record Problem(
    String id,
    int position,
    String question,
    String subject,
    int level,
    List<Choice> choices,
    String answer,
    String solution,
    Map<String, String> attributes) {
  /** The subject of problems whose publisher names none. */
  public static final String ALL = "all";

  public Problem {
    choices = List.copyOf(choices);
    attributes = Map.copyOf(attributes);
  }

  /** The same problem with another gold answer and further attributes. */
  public Problem with(String otherAnswer, Map<String, String> further) {
    Map<String, String> all = new HashMap<>(attributes);
    all.putAll(further);
    return new Problem(id, position, question, subject, level, choices, otherAnswer, solution, all);
  }

  public boolean isMultipleChoice() {
    return !choices.isEmpty();
  }
}
