package org.leibniz.grader.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.leibniz.grader.math.Expression.Application;
import org.leibniz.grader.math.Expression.Bracket;
import org.leibniz.grader.math.Expression.Constant;
import org.leibniz.grader.math.Expression.Numeral;
import org.leibniz.grader.math.Expression.Product;
import org.leibniz.grader.math.Expression.Quotient;
import org.leibniz.grader.math.Expression.Ratio;
import org.leibniz.grader.math.Expression.Relation;
import org.leibniz.grader.math.Expression.Sum;
import org.leibniz.grader.math.Expression.Symbol;
import org.leibniz.grader.math.Expression.Union;

/** What equations and inequalities say: the value they define, the interval they describe, the same turned round. */
final class Relations {
  private static final Expression PLUS_INFINITY = Constant.INFINITY;
  private static final Expression MINUS_INFINITY = Expression.negate(Constant.INFINITY);
  private static final Map<String, String> TURNED = Map.of("<", ">", ">", "<", "<=", ">=", ">=", "<=");

  private Relations() {}

  /** The value in {@code x = 5}, {@code x = 2 + 3 = 5 ≈ 4.9}, {@code 5 = x}, {@code x ∈ [0, 1]}. */
  static Optional<Expression> defined(Relation relation) {
    List<String> operators = relation.operators();
    List<Expression> operands = relation.operands();
    if (operators.getFirst().equals("in")) {
      return operators.size() == 1 ? Optional.of(operands.get(1)) : Optional.empty();
    }
    int last = 0;
    boolean named = isName(operands.getFirst());
    for (String operator : operators) {
      boolean equal = operator.equals("=") || operator.equals("~") && last == 0;
      if (operator.equals("~") && last > 0) {
        break;
      }
      if (!equal) {
        return Optional.empty();
      }
      last++;
      named |= isName(operands.get(last));
    }
    if (isName(operands.get(last))) {
      return last == 1 && !isName(operands.getFirst()) ? Optional.of(operands.getFirst())
          : last == 1 ? Optional.of(operands.get(1)) : Optional.empty();
    }
    return named || isComputed(operands) ? Optional.of(operands.get(last)) : Optional.empty();
  }

  /** Whether a calculation without unknowns ends in a number: {@code 4^3 = 64}. */
  private static boolean isComputed(List<Expression> operands) {
    Set<String> names = new TreeSet<>();
    operands.forEach(operand -> Variables.collect(operand, names));
    return names.isEmpty() && !(operands.getFirst() instanceof Numeral) && operands.getLast() instanceof Numeral;
  }

  /** What the left side names, as text. */
  static Optional<Expression> name(Relation relation) {
    return isName(relation.operands().getFirst()) ? Optional.of(relation.operands().getFirst()) : Optional.empty();
  }

  /** Symbols, functions, products, ratios and tuples of them: what is given a value, never what is computed. */
  static boolean isName(Expression side) {
    return switch (side) {
      case Symbol symbol -> true;
      case Application(String function, List<Expression> arguments) ->
          !Set.of("sqrt", "factorial", "binom", "root").contains(function)
              && arguments.stream().noneMatch(argument -> argument instanceof Numeral && AtomReader.isMathematics(function));
      case Product(List<Expression> factors) -> factors.stream().allMatch(Relations::isName);
      case Quotient(Expression top, Expression bottom) -> isName(top) && isName(bottom);
      case Ratio(List<Expression> parts) -> parts.stream().allMatch(Relations::isName);
      case Bracket(char open, List<Expression> items, char close) ->
          open == '(' && !items.isEmpty() && items.stream().allMatch(Symbol.class::isInstance);
      case Expression.Words words -> true;
      default -> false;
    };
  }

  /** Left side minus right side of a single comparison. */
  static Expression difference(Relation relation) {
    return new Sum(List.of(relation.operands().get(0), Expression.negate(relation.operands().get(1))));
  }

  static boolean isSingle(Relation relation, String... operators) {
    return relation.operators().size() == 1 && List.of(operators).contains(relation.operators().getFirst());
  }

  /** A chain that begins with {@code <} or {@code ≤}: turned round where it does not. */
  static Relation ascending(Relation relation) {
    String first = relation.operators().getFirst();
    if (!first.equals(">") && !first.equals(">=")) {
      return relation;
    }
    List<String> operators = new ArrayList<>();
    for (String operator : relation.operators()) {
      operators.addFirst(TURNED.getOrDefault(operator, operator));
    }
    return new Relation(relation.operands().reversed(), operators);
  }

  /** The values that an inequality leaves to its one unknown. */
  static Optional<Expression> interval(Relation written) {
    Relation relation = ascending(written);
    List<Expression> operands = relation.operands();
    List<String> operators = relation.operators();
    if (operands.size() == 3 && isUnknown(operands.get(1)) && operators.stream().allMatch(TURNED::containsKey)) {
      return operators.stream().allMatch(operator -> operator.startsWith("<"))
          ? Optional.of(
              new Bracket(
                  operators.get(0).equals("<=") ? '[' : '(',
                  List.of(operands.get(0), operands.get(2)),
                  operators.get(1).equals("<=") ? ']' : ')'))
          : Optional.empty();
    }
    if (operands.size() != 2) {
      return Optional.empty();
    }
    String operator = operators.getFirst();
    boolean closed = operator.equals("<=");
    if (operator.equals("<") || closed) {
      Optional<Expression> inside = absolute(operands.get(0));
      Optional<Expression> outside = absolute(operands.get(1));
      if (inside.isPresent() && isNumber(operands.get(1))) {
        Expression bound = operands.get(1);
        return Optional.of(
            new Bracket(closed ? '[' : '(', List.of(Expression.negate(bound), bound), closed ? ']' : ')'));
      }
      if (outside.isPresent() && isNumber(operands.get(0))) {
        Expression bound = operands.get(0);
        return Optional.of(new Union(List.of(below(Expression.negate(bound), closed), above(bound, closed))));
      }
      if (isUnknown(operands.get(0)) && !contains(operands.get(1), operands.get(0))) {
        return Optional.of(below(operands.get(1), closed));
      }
      if (isUnknown(operands.get(1)) && !contains(operands.get(0), operands.get(1))) {
        return Optional.of(above(operands.get(0), closed));
      }
      return solved(relation, closed);
    }
    if (operator.equals("!=") && isUnknown(operands.get(0))) {
      return Optional.of(new Union(List.of(below(operands.get(1), false), above(operands.get(1), false))));
    }
    return Optional.empty();
  }

  private static Optional<Expression> solved(Relation relation, boolean closed) {
    Set<String> names = new TreeSet<>();
    Expression difference = difference(relation);
    Variables.collect(difference, names);
    if (names.size() != 1) {
      return Optional.empty();
    }
    return Probe.line(difference, names.iterator().next())
        .map(
            line -> {
              Expression bound = new Numeral(line.get(1).negate().over(line.get(0)), 0, 0);
              return line.get(0).compareTo(Rational.ZERO) > 0 ? below(bound, closed) : above(bound, closed);
            });
  }

  /** The unknown in {@code |x|}. */
  private static Optional<Expression> absolute(Expression side) {
    return side instanceof Application(String function, List<Expression> arguments)
            && function.equals("abs") && arguments.size() == 1 && arguments.getFirst() instanceof Symbol
        ? Optional.of(arguments.getFirst())
        : Optional.empty();
  }

  private static boolean isNumber(Expression side) {
    Set<String> names = new TreeSet<>();
    Variables.collect(side, names);
    return names.isEmpty() && Exact.value(side, Map.of()).filter(value -> value.compareTo(Rational.ZERO) >= 0).isPresent();
  }

  private static boolean isUnknown(Expression side) {
    return side instanceof Symbol
        || side instanceof Application(String function, List<Expression> arguments) && !AtomReader.isMathematics(function) && !function.equals("factorial");
  }

  private static boolean contains(Expression side, Expression unknown) {
    if (!(unknown instanceof Symbol(String name))) {
      return false;
    }
    Set<String> names = new TreeSet<>();
    Variables.collect(side, names);
    return names.contains(name);
  }

  private static Expression below(Expression bound, boolean closed) {
    return new Bracket('(', List.of(MINUS_INFINITY, bound), closed ? ']' : ')');
  }

  private static Expression above(Expression bound, boolean closed) {
    return new Bracket(closed ? '[' : '(', List.of(bound, PLUS_INFINITY), ')');
  }
}
