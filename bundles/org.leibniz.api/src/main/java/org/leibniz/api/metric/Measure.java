package org.leibniz.api.metric;

import java.util.OptionalDouble;

/**
 * One measured number.
 *
 * @param value NaN where it is not defined
 * @param low lower end of the 95 % interval
 * @param high upper end
 * @param n how many observations it rests on
 * @param unit {@code share} (0 to 1), {@code count}, {@code tokens}, {@code milliseconds} or another word
 */
public record Measure(double value, OptionalDouble low, OptionalDouble high, long n, String unit) {
  public static Measure of(double value, long n, String unit) {
    return new Measure(value, OptionalDouble.empty(), OptionalDouble.empty(), n, unit);
  }
}
