package org.leibniz.api.strategy;

import org.leibniz.api.grader.Extraction;

/** Extraction and equality of answers as the run's first grader defines them, without the gold answer. */
public interface Answers {
  Extraction extract(Solution solution);

  /** Whether two predictions are the same answer. */
  boolean same(String first, String second);
}
