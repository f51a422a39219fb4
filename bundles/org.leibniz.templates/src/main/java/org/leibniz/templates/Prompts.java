package org.leibniz.templates;

import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;

/** The prompts of strategies, for the host to give. */
@FunctionalInterface
public interface Prompts {
  /**
   * What a strategy would send for a problem at first.
   *
   * @param strategy its id and settings, as in a run file
   * @return the prompt as one text, control tokens by their names
   */
  String prompt(Config strategy, Problem problem);
}
