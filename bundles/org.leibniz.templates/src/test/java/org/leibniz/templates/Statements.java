package org.leibniz.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The equations that a text states, such as {@code 4 + 3 + 1 = 8}, and whether they hold. */
record Statements(String text) {
  private static final Pattern EQUATION =
      Pattern.compile("(?<![\\w.(*^/+-])((?:\\(?-?\\d+\\)? [-+*/] )+\\(?-?\\d+\\)?) = (-?\\d+)( rest (\\d+))?(?![\\d/])(?! [-+*/])");

  /** How many equations there are. */
  long count() {
    return EQUATION.matcher(text).results().count();
  }

  /** Equations that do not hold. */
  List<String> wrong() {
    List<String> wrong = new ArrayList<>();
    Matcher equation = EQUATION.matcher(text);
    while (equation.find()) {
      String left = equation.group(1);
      long right = Long.parseLong(equation.group(2));
      long rest = equation.group(4) == null ? 0 : Long.parseLong(equation.group(4));
      if (!holds(left, right, rest)) {
        wrong.add(equation.group());
      }
    }
    return wrong;
  }

  private static boolean holds(String left, long right, long rest) {
    if (!left.contains(" / ")) {
      return ExpressionReader.read(left).number(java.util.Map.of()) == right && rest == 0;
    }
    String[] parts = left.replace("(", "").replace(")", "").split(" / ");
    long divided = Long.parseLong(parts[0]);
    long divisor = Long.parseLong(parts[1]);
    return parts.length == 2 && right * divisor + rest == divided && (rest == 0 || rest < divisor);
  }
}
