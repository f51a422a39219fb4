package org.leibniz.api.metric;

/** Collects the samples of one slice, those of one problem one after the other. Used by one thread. */
public interface Accumulator {
  void add(GradedSample sample);

  Measure result();
}
