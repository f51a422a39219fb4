package org.leibniz.engine.internal;

import org.leibniz.api.grader.Grader;
import org.leibniz.store.GradingSpec;

/** A grader with its options, as a grading in the store names it. */
record ConfiguredGrader(Grader instance, GradingSpec spec) {
  String name() {
    return "grader " + spec.grader();
  }
}
