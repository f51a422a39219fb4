package org.leibniz.grader.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.leibniz.grader.math.Expression.Application;
import org.leibniz.grader.math.Expression.PlusMinus;
import org.leibniz.grader.math.Expression.Power;
import org.leibniz.grader.math.Expression.Product;
import org.leibniz.grader.math.Expression.Quantity;
import org.leibniz.grader.math.Expression.Quotient;
import org.leibniz.grader.math.Expression.Ratio;
import org.leibniz.grader.math.Expression.Sum;
import org.leibniz.grader.math.Expression.Symbol;

/** The variables in an expression, and its two values where it has a sign ±. */
final class Variables {
  private Variables() {}

  static void collect(Expression expression, Set<String> names) {
    if (expression instanceof Symbol(String name)) {
      names.add(name);
      return;
    }
    for (Expression part : parts(expression)) {
      collect(part, names);
    }
  }

  /** The parts of a value; a list, a relation and the like have none here. */
  static List<Expression> parts(Expression expression) {
    return switch (expression) {
      case Sum(List<Expression> terms) -> terms;
      case Product(List<Expression> factors) -> factors;
      case Quotient(Expression top, Expression bottom) -> List.of(top, bottom);
      case Power(Expression base, Expression exponent) -> List.of(base, exponent);
      case Application(String function, List<Expression> arguments) -> arguments;
      case PlusMinus(Expression left, Expression right) -> List.of(left, right);
      case Quantity(Expression value, String unit) -> List.of(value);
      case Ratio(List<Expression> parts) -> parts;
      default -> List.of();
    };
  }

  static boolean hasPlusMinus(Expression expression) {
    if (expression instanceof PlusMinus) {
      return true;
    }
    for (Expression part : parts(expression)) {
      if (hasPlusMinus(part)) {
        return true;
      }
    }
    return false;
  }

  /** The expression with every ± taken as plus, or as minus. */
  static Expression signed(Expression expression, boolean plus) {
    UnaryOperator<Expression> again = part -> signed(part, plus);
    return switch (expression) {
      case PlusMinus(Expression left, Expression right) ->
          new Sum(List.of(again.apply(left), plus ? again.apply(right) : Expression.negate(again.apply(right))));
      case Sum(List<Expression> terms) -> new Sum(all(terms, again));
      case Product(List<Expression> factors) -> new Product(all(factors, again));
      case Quotient(Expression top, Expression bottom) -> new Quotient(again.apply(top), again.apply(bottom));
      case Power(Expression base, Expression exponent) -> new Power(again.apply(base), again.apply(exponent));
      case Application(String function, List<Expression> arguments) -> new Application(function, all(arguments, again));
      case Quantity(Expression value, String unit) -> new Quantity(again.apply(value), unit);
      case Ratio(List<Expression> parts) -> new Ratio(all(parts, again));
      default -> expression;
    };
  }

  private static List<Expression> all(List<Expression> parts, UnaryOperator<Expression> change) {
    List<Expression> changed = new ArrayList<>(parts.size());
    for (Expression part : parts) {
      changed.add(change.apply(part));
    }
    return changed;
  }
}
