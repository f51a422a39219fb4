package org.leibniz.templates;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a training file: a prompt and what follows it.
 *
 * @param id unique in the file
 * @param stage 1-based stage of the recipe
 * @param segments the texts as they stand behind the prompt; in the interleaved form without the control tokens around
 * them
 */
public record TrainingSample(String id, int stage, Form form, Exercise exercise, String prompt, List<Block> segments) {
  /** The sample of an exercise. */
  static TrainingSample of(String id, int stage, Form form, Exercise exercise, String prompt) {
    List<Block> segments = new ArrayList<>(exercise.solution(form));
    if (form != Form.INTERLEAVED) {
      Block only = segments.getFirst();
      segments = List.of(new Block(only.kind(), gap(form, prompt) + only.text()));
    }
    return new TrainingSample(id, stage, form, exercise, prompt, List.copyOf(segments));
  }

  /** Behind a prompt that ends in a word, prose goes on after a blank and a program on a new line. */
  private static String gap(Form form, String prompt) {
    boolean open = prompt.isEmpty() || Character.isWhitespace(prompt.charAt(prompt.length() - 1));
    return open ? "" : form == Form.COT ? " " : "\n";
  }
}
