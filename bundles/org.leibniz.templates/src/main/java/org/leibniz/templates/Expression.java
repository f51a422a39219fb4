package org.leibniz.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.leibniz.templates.Value.Whole;

/**
 * An expression over the values of a template: whole numbers, {@code + - * / // % ^}, comparisons, {@code and} and
 * {@code or}, texts in single quotes and the {@link Functions}. {@code /} must divide without remainder; {@code //} and
 * {@code %} round down as in Python. Immutable.
 */
sealed interface Expression {
  /** The value; throws {@link Misfit} where there is none. */
  Value value(Map<String, Value> values);

  default long number(Map<String, Value> values) {
    return switch (value(values)) {
      case Whole(long number) -> number;
      case Value.Words(String text) -> throw new Misfit("expected a number, found '" + text + "'");
    };
  }

  /** A number or a text as it is written. */
  record Literal(Value value) implements Expression {
    @Override
    public Value value(Map<String, Value> values) {
      return value;
    }
  }

  /** A value of the template. */
  record Name(String name) implements Expression {
    @Override
    public Value value(Map<String, Value> values) {
      Value value = values.get(name);
      if (value == null) {
        throw new Misfit("there is no value '" + name + "'");
      }
      return value;
    }
  }

  /** A function and what it is given. */
  record Call(String function, List<Expression> arguments) implements Expression {
    @Override
    public Value value(Map<String, Value> values) {
      List<Value> given = new ArrayList<>();
      arguments.forEach(argument -> given.add(argument.value(values)));
      return Functions.call(function, given);
    }
  }

  /** Two operands and an operator between them. */
  record Binary(String operator, Expression left, Expression right) implements Expression {
    @Override
    public Value value(Map<String, Value> values) {
      long a = left.number(values);
      if (operator.equals("and") && a == 0 || operator.equals("or") && a != 0) {
        return Value.of(a != 0);
      }
      long b = right.number(values);
      return switch (operator) {
        case "+" -> new Whole(Math.addExact(a, b));
        case "-" -> new Whole(Math.subtractExact(a, b));
        case "*" -> new Whole(Math.multiplyExact(a, b));
        case "/" -> new Whole(Arithmetic.quotient(a, b));
        case "//" -> new Whole(Math.floorDiv(a, Arithmetic.nonZero(b)));
        case "%" -> new Whole(Math.floorMod(a, Arithmetic.nonZero(b)));
        case "^" -> new Whole(Arithmetic.power(a, b));
        case "==" -> Value.of(a == b);
        case "!=" -> Value.of(a != b);
        case "<" -> Value.of(a < b);
        case "<=" -> Value.of(a <= b);
        case ">" -> Value.of(a > b);
        case ">=" -> Value.of(a >= b);
        case "and", "or" -> Value.of(b != 0);
        default -> throw new IllegalStateException(operator);
      };
    }
  }
}
