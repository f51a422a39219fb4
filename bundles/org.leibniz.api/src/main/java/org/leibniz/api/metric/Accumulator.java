package org.leibniz.api.metric;

/** Collects the samples of one slice. Used by one thread. */
public interface Accumulator {
  void add(GradedSample sample);

  Measure result();
}
