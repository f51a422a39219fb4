package org.leibniz.checkpoint;

import java.util.List;

/**
 * Rotary position embedding (Su et al. 2021): element i of the first half of a head turns with element i of the second by
 * {@code position × frequency(i)}, and both are multiplied by {@link #attentionFactor}. Computed in double precision.
 *
 * @param base called rope_theta in config.json
 */
public record Rotary(int headSize, double base, Scaling scaling) {
  /** How frequencies are changed for sequences longer than those of pre-training. */
  public sealed interface Scaling {}

  /** Not at all. */
  public record Unscaled() implements Scaling {}

  /** Positions divided by {@code factor} (Chen et al. 2023). */
  public record Linear(double factor) implements Scaling {}

  /** A base that grows with the sequence once it is longer than {@code original} ("dynamic NTK"). */
  public record Dynamic(double factor, int original) implements Scaling {}

  /** Llama 3.1: long wavelengths divided by {@code factor}, short ones kept, a smooth passage between. */
  public record Llama3(double factor, double lowFactor, double highFactor, int original) implements Scaling {}

  /**
   * YaRN (Peng et al. 2023, section 3.2): interpolation ramped over the dimensions.
   *
   * @param attentionFactor multiplies sine and cosine
   */
  public record Yarn(
      double factor, int original, double betaFast, double betaSlow, boolean truncate, double attentionFactor)
      implements Scaling {}

  /** Frequencies divided by given factors, one for each pair of elements. */
  public record Factors(List<Double> divisors) implements Scaling {
    public Factors {
      divisors = List.copyOf(divisors);
    }
  }

  /** Multiplies sine and cosine alike. */
  public double attentionFactor() {
    return scaling instanceof Yarn yarn ? yarn.attentionFactor : 1;
  }

  /** Whether frequencies depend on the length of the sequence that a position is part of. */
  public boolean dependsOnLength(int length) {
    return scaling instanceof Dynamic dynamic && length > dynamic.original;
  }

  /**
   * Radians per position for each of the {@code headSize / 2} pairs.
   *
   * @param length of the whole sequence as far as it is known; only {@link Dynamic} looks at it
   */
  public double[] frequencies(int length) {
    double[] frequencies = new double[headSize / 2];
    double scaledBase = base(length);
    for (int i = 0; i < frequencies.length; i++) {
      double plain = Math.pow(scaledBase, -2.0 * i / headSize);
      frequencies[i] =
          switch (scaling) {
            case Unscaled none -> plain;
            case Dynamic dynamic -> plain;
            case Linear linear -> plain / linear.factor;
            case Factors factors -> plain / factors.divisors.get(i);
            case Llama3 llama -> llama3(llama, plain);
            case Yarn yarn -> yarn(yarn, i, plain);
          };
    }
    return frequencies;
  }

  private double base(int length) {
    if (!dependsOnLength(length) || !(scaling instanceof Dynamic dynamic)) {
      return base;
    }
    double growth = dynamic.factor * length / dynamic.original - (dynamic.factor - 1);
    return base * Math.pow(growth, (double) headSize / (headSize - 2));
  }

  private static double llama3(Llama3 scaling, double frequency) {
    double wavelength = 2 * Math.PI / frequency;
    if (wavelength < scaling.original / scaling.highFactor) {
      return frequency;
    }
    if (wavelength > scaling.original / scaling.lowFactor) {
      return frequency / scaling.factor;
    }
    double smooth = (scaling.original / wavelength - scaling.lowFactor) / (scaling.highFactor - scaling.lowFactor);
    return (1 - smooth) * frequency / scaling.factor + smooth * frequency;
  }

  private double yarn(Yarn scaling, int pair, double frequency) {
    double low = dimension(scaling, scaling.betaFast);
    double high = dimension(scaling, scaling.betaSlow);
    if (scaling.truncate) {
      low = Math.floor(low);
      high = Math.ceil(high);
    }
    low = Math.max(low, 0);
    high = Math.min(high, headSize - 1);
    double interpolated = Math.clamp((pair - low) / (high == low ? 0.001 : high - low), 0, 1);
    return frequency / scaling.factor * interpolated + frequency * (1 - interpolated);
  }

  /** The pair that turns {@code rotations} times within the original length. */
  private double dimension(Yarn scaling, double rotations) {
    return headSize * Math.log(scaling.original / (rotations * 2 * Math.PI)) / (2 * Math.log(base));
  }
}
