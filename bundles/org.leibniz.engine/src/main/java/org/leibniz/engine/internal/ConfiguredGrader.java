package org.leibniz.engine.internal;

import org.leibniz.api.grader.Grader;
import org.leibniz.store.GradingSpec;

/** A grader with its options, as a grading in the store names it, and the self-test that it has to pass. */
record ConfiguredGrader(Grader instance, GradingSpec spec, SelfTestGate gate) {
  String name() {
    return "grader " + spec.grader();
  }
}
