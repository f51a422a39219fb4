package org.leibniz.grader.math;

import java.util.Optional;
import org.leibniz.api.Config;

/**
 * What counts as equal where mathematics alone does not decide.
 *
 * @param rounding whether a decimal equals the exact value, or the longer decimal, that it is a rounding of
 * @param extraValues whether an answer may name further values beside the right one
 * @param percent what {@code 50\%} equals besides itself
 * @param units whether units count
 * @param order whether the order of values without brackets counts
 */
record Policy(boolean rounding, boolean extraValues, Percent percent, UnitRule units, boolean order) {
  /** What a number with a percent sign equals. */
  enum Percent {
    /** {@code 50} and {@code 0.5}. */
    EITHER,
    /** {@code 0.5} only. */
    FRACTION,
    /** {@code 50} only. */
    NUMBER
  }

  /** How units are compared. */
  enum UnitRule {
    /** Where both sides name a known unit, quantities are converted; a missing or unknown unit does not count. */
    CONVERT,
    /** Never looked at. */
    IGNORE,
    /** Both sides must name it. */
    REQUIRE
  }

  /** A set of defaults. */
  enum Preset {
    STRICT,
    LENIENT
  }

  static final Policy STRICT = new Policy(false, false, Percent.EITHER, UnitRule.CONVERT, false);

  static Policy of(Config config) {
    boolean lenient = config.choice("policy", Preset.class, Preset.STRICT) == Preset.LENIENT;
    return new Policy(
        config.flag("rounding", lenient),
        config.flag("extraValues", lenient),
        config.choice("percent", Percent.class, Percent.EITHER),
        config.choice("units", UnitRule.class, UnitRule.CONVERT),
        config.flag("order", false));
  }

  /** Empty where {@code percent} forbids it. */
  Optional<Rational> percentFactor(boolean asFraction) {
    boolean allowed = asFraction ? percent != Percent.NUMBER : percent != Percent.FRACTION;
    return allowed ? Optional.of(asFraction ? Rational.ONE.over(Rational.of(100)) : Rational.ONE) : Optional.empty();
  }
}
