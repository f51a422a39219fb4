package org.leibniz.grader.math;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Units that can be converted: the factor of each to the first of its dimension (SI brochure; NIST SP 811 for inch, pound). */
final class Units {
  /** A unit: so many of the base unit of its dimension. */
  record Unit(String dimension, Rational factor) {}

  private static final Map<String, Unit> KNOWN = new HashMap<>();

  static {
    add("length", "1", "m", "meter", "metre");
    add("length", "1/1000", "mm", "millimeter", "millimetre");
    add("length", "1/100", "cm", "centimeter", "centimetre");
    add("length", "1000", "km", "kilometer", "kilometre");
    add("length", "127/5000", "in", "inch", "inches");
    add("length", "381/1250", "ft", "foot", "feet");
    add("length", "1143/1250", "yd", "yard");
    add("length", "201168/125", "mi", "mile");
    add("mass", "1", "g", "gram");
    add("mass", "1/1000", "mg", "milligram");
    add("mass", "1000", "kg", "kilogram");
    add("mass", "45359237/100000", "lb", "lbs", "pound");
    add("mass", "45359237/1600000", "oz", "ounce");
    add("time", "1", "s", "sec", "second");
    add("time", "60", "min", "minute");
    add("time", "3600", "h", "hr", "hour");
    add("time", "86400", "day");
    add("time", "604800", "week");
    add("volume", "1", "l", "liter", "litre");
    add("volume", "1/1000", "ml", "milliliter", "millilitre");
    add("money", "1", "dollar", "usd");
    add("money", "1/100", "cent", "¢");
    add("length/time", "1397/3125", "mph");
    add("length/time", "5/18", "kph", "kmh");
    add("angle", "1", "degree", "deg");
    add("percent", "1", "%", "percent", "percentage", "pct");
  }

  private Units() {}

  private static void add(String dimension, String factor, String... names) {
    String[] parts = factor.split("/");
    Rational value = Rational.of(Long.parseLong(parts[0])).over(Rational.of(parts.length > 1 ? Long.parseLong(parts[1]) : 1));
    for (String name : names) {
      KNOWN.put(name, new Unit(dimension, value));
      if (name.length() > 3) {
        KNOWN.put(name + "s", new Unit(dimension, value));
      }
    }
  }

  static boolean isUnit(String word) {
    return word.length() > 1 && KNOWN.containsKey(word.toLowerCase(Locale.ROOT));
  }

  /** The unit, its powers and quotients; empty where a word is not known. */
  static Optional<Unit> of(String text) {
    String words = text.toLowerCase(Locale.ROOT).replace(" per ", "/").replace("square ", "^2 ").replace("cubic ", "^3 ").strip();
    int slash = words.indexOf('/');
    if (slash > 0) {
      Optional<Unit> top = single(words.substring(0, slash).strip());
      Optional<Unit> bottom = single(words.substring(slash + 1).strip());
      return top.isEmpty() || bottom.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Unit(
                  top.get().dimension() + "/" + bottom.get().dimension(), top.get().factor().over(bottom.get().factor())));
    }
    return single(words);
  }

  private static Optional<Unit> single(String words) {
    int caret = words.indexOf('^');
    if (caret < 0) {
      return Optional.ofNullable(KNOWN.get(words.endsWith(".") ? words.substring(0, words.length() - 1) : words));
    }
    if (caret + 1 >= words.length() || words.charAt(caret + 1) != '2' && words.charAt(caret + 1) != '3') {
      return Optional.empty();
    }
    int power = words.charAt(caret + 1) - '0';
    Unit base = KNOWN.get((words.substring(0, caret) + words.substring(caret + 2)).strip());
    return base == null
        ? Optional.empty()
        : Optional.of(new Unit(base.dimension() + "^" + power, base.factor().power(Rational.of(power))));
  }
}
