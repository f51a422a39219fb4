package org.leibniz.trainer.sft.internal;

/**
 * The learning rate of each step.
 *
 * @param peak reached after the warm-up
 * @param warmup steps of linear growth from zero
 * @param flat share of all steps after which a {@link Kind#LINEAR} schedule begins to fall
 * @param floor share of the peak that is left at the last step
 */
record Schedule(Kind kind, double peak, long warmup, double flat, double floor, long steps) {
  enum Kind {
    /** Half a cosine from the peak to the floor (Loshchilov and Hutter 2017, arXiv 1608.03983, without restarts). */
    COSINE,
    /** The peak for a while, then a straight line to the floor. */
    LINEAR,
    CONSTANT
  }

  /** @param step from 1 */
  double at(long step) {
    if (step <= warmup) {
      return peak * step / warmup;
    }
    double share =
        switch (kind) {
          case CONSTANT -> 1;
          case COSINE -> floor + (1 - floor) * (1 + Math.cos(Math.PI * progress(warmup, step))) / 2;
          case LINEAR -> 1 - (1 - floor) * progress(Math.max(warmup, flat * steps), step);
        };
    return peak * share;
  }

  private double progress(double from, long step) {
    return steps <= from ? 1 : Math.clamp((step - from) / (steps - from), 0, 1);
  }
}
