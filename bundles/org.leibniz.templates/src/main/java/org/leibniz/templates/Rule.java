package org.leibniz.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leibniz.templates.Value.Whole;
import org.leibniz.templates.Value.Words;

/** A line under {@code values} or {@code level}: what is drawn, computed from it, or must hold. Immutable. */
sealed interface Rule {
  /** The words before a condition. */
  String REQUIRE = "require ";

  /** A whole number between two bounds, both included, in steps from the lower. */
  record Range(String name, Expression low, Expression high, long step) implements Rule {
    long draw(Map<String, Value> values, Chance chance) {
      long from = low.number(values);
      long steps = (high.number(values) - from) / step;
      if (steps < 0) {
        throw new Misfit("nothing lies between " + from + " and " + high.number(values));
      }
      return from + step * chance.below(steps + 1);
    }
  }

  /** One of several numbers or texts. */
  record Choice(String name, List<Value> options) implements Rule {}

  /** What follows from values before it. */
  record Computed(String name, Expression expression) implements Rule {}

  /** What must hold; everything is drawn again where it does not. */
  record Condition(Expression expression) implements Rule {}

  Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_]\\w*)\\s*=\\s*(.+)");
  Pattern RANGE = Pattern.compile("(.+?)\\.\\.(.+?)(?:\\s+by\\s+([1-9]\\d{0,6}))?");

  static Rule read(String line) {
    if (line.startsWith(REQUIRE)) {
      return new Condition(ExpressionReader.read(line.substring(REQUIRE.length())));
    }
    Matcher assignment = ASSIGNMENT.matcher(line);
    if (!assignment.matches()) {
      throw new Misfit("expected 'NAME = LOW..HIGH', 'NAME = ONE | OTHER', 'NAME = EXPRESSION' or 'require CONDITION'");
    }
    String name = assignment.group(1);
    String right = assignment.group(2).strip();
    if (right.contains("|")) {
      return new Choice(name, options(right));
    }
    Matcher range = RANGE.matcher(right);
    if (range.matches()) {
      long step = range.group(3) == null ? 1 : Long.parseLong(range.group(3));
      return new Range(name, ExpressionReader.read(range.group(1)), ExpressionReader.read(range.group(2)), step);
    }
    return new Computed(name, ExpressionReader.read(right));
  }

  private static List<Value> options(String right) {
    List<Value> options = new ArrayList<>();
    for (String option : right.split("\\|")) {
      String text = option.strip();
      options.add(text.matches("-?\\d{1,15}") ? new Whole(Long.parseLong(text)) : new Words(text));
    }
    return List.copyOf(options);
  }
}
