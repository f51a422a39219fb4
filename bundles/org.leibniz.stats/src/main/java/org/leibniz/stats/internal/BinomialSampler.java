package org.leibniz.stats.internal;

import java.util.random.RandomGenerator;

/**
 * Draws exact binomial variables: by inversion where few successes are expected, else by transformed rejection
 * (Hörmann 1993, <i>The generation of binomial random variates</i>, algorithm BTRS), in constant time for any n.
 */
public final class BinomialSampler {
  private BinomialSampler() {}

  public static int draw(int n, double p, RandomGenerator random) {
    if (n <= 0 || p <= 0) {
      return 0;
    }
    if (p >= 1) {
      return n;
    }
    if (p > 0.5) {
      return n - draw(n, 1 - p, random);
    }
    return n * p < 10 ? inversion(n, p, random) : rejection(n, p, random);
  }

  private static int inversion(int n, double p, RandomGenerator random) {
    double ratio = p / (1 - p);
    double probability = Math.exp(n * Math.log1p(-p));
    double left = random.nextDouble();
    int k = 0;
    while (left > probability && k < n) {
      left -= probability;
      k++;
      probability *= ratio * (n - k + 1) / k;
    }
    return k;
  }

  private static int rejection(int n, double p, RandomGenerator random) {
    double deviation = Math.sqrt(n * p * (1 - p));
    double b = 1.15 + 2.53 * deviation;
    double a = -0.0873 + 0.0248 * b + 0.01 * p;
    double c = n * p + 0.5;
    double inside = 0.92 - 4.2 / b;
    double alpha = (2.83 + 5.1 / b) * deviation;
    int mode = (int) Math.floor((n + 1) * p);
    double atMode = LogGamma.factorial(mode) + LogGamma.factorial(n - mode);
    double logOdds = Math.log(p / (1 - p));
    while (true) {
      double u = random.nextDouble() - 0.5;
      double v = random.nextDouble();
      double shoulder = 0.5 - Math.abs(u);
      int k = (int) Math.floor((2 * a / shoulder + b) * u + c);
      if (shoulder >= 0.07 && v <= inside) {
        return k;
      }
      if (k < 0 || k > n) {
        continue;
      }
      double bound = Math.log(v * alpha / (a / (shoulder * shoulder) + b));
      if (bound <= atMode - LogGamma.factorial(k) - LogGamma.factorial(n - k) + (k - mode) * logOdds) {
        return k;
      }
    }
  }
}
