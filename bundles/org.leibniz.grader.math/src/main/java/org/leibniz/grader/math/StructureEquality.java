package org.leibniz.grader.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leibniz.grader.math.Expression.Based;
import org.leibniz.grader.math.Expression.Bracket;
import org.leibniz.grader.math.Expression.Clock;
import org.leibniz.grader.math.Expression.Matrix;
import org.leibniz.grader.math.Expression.Quantity;
import org.leibniz.grader.math.Expression.Ratio;
import org.leibniz.grader.math.Expression.Relation;
import org.leibniz.grader.math.Expression.Sequence;
import org.leibniz.grader.math.Expression.Union;
import org.leibniz.grader.math.Expression.Words;

/** Equality of read answers: takes them apart until single values are left. Used by one thread for one pair. */
final class StructureEquality {
  private static final int MAX_COMPARISONS = 4000;
  private static final int MAX_DEPTH = 100;
  private static final int FEW = 6;

  private final Policy policy;
  private final ValueEquality values;
  private int comparisons;
  private int depth;

  StructureEquality(Policy policy) {
    this.policy = policy;
    values = new ValueEquality(policy);
  }

  String layer() {
    return values.layer();
  }

  boolean same(Expression a, Expression b) {
    if (++comparisons > MAX_COMPARISONS || depth > MAX_DEPTH) {
      throw new OverBudget("more than " + MAX_COMPARISONS + " comparisons");
    }
    depth++;
    try {
      return compared(a, b);
    } finally {
      depth--;
    }
  }

  private boolean compared(Expression a, Expression b) {
    if (a.equals(b)) {
      return true;
    }
    if (a instanceof Relation x && b instanceof Relation y) {
      return relations(x, y);
    }
    if (a instanceof Relation relation) {
      return relation(relation, b);
    }
    if (b instanceof Relation relation) {
      return relation(relation, a);
    }
    if (Variables.hasPlusMinus(a) || Variables.hasPlusMinus(b) || a instanceof Sequence || b instanceof Sequence) {
      return lists(a, b);
    }
    if (a instanceof Union || b instanceof Union) {
      return lists(parts(a), parts(b), false);
    }
    if (a instanceof Quantity || b instanceof Quantity) {
      return quantities(a, b);
    }
    if (a instanceof Matrix || b instanceof Matrix) {
      return matrices(a, b);
    }
    if (a instanceof Bracket || b instanceof Bracket) {
      return brackets(a, b);
    }
    if (a instanceof Based based && b instanceof Expression.Numeral plain) {
      return plain.value().toString().equals(based.digits());
    }
    if (b instanceof Based based && a instanceof Expression.Numeral plain) {
      return plain.value().toString().equals(based.digits());
    }
    if (a instanceof Clock || b instanceof Clock) {
      return Clocks.same(a, b);
    }
    if (a instanceof Ratio(List<Expression> x) && b instanceof Ratio(List<Expression> y)) {
      return ratios(x, y);
    }
    if (a instanceof Words || b instanceof Words) {
      return a instanceof Words(String x) && b instanceof Words(String y) && letters(x).equals(letters(y));
    }
    return values.same(a, b);
  }

  private static String letters(String words) {
    return words.replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** a : b : c up to a common factor. */
  private boolean ratios(List<Expression> x, List<Expression> y) {
    if (x.size() != y.size()) {
      return false;
    }
    for (int i = 1; i < x.size(); i++) {
      if (!values.same(new Expression.Quotient(x.get(0), x.get(i)), new Expression.Quotient(y.get(0), y.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private boolean relation(Relation relation, Expression other) {
    Optional<Expression> value = Relations.defined(relation);
    if (value.isPresent() && same(value.get(), other)) {
      return true;
    }
    if (value.isPresent() && value.get() instanceof Relation) {
      return false;
    }
    Optional<Expression> interval = Relations.interval(relation);
    return interval.isPresent() && same(interval.get(), other);
  }

  private boolean relations(Relation a, Relation b) {
    if (Relations.isSingle(a, "=") && Relations.isSingle(b, "=") || Relations.isSingle(a, "!=") && Relations.isSingle(b, "!=")) {
      if (a.operands().stream().noneMatch(StructureEquality::isList)
          && b.operands().stream().noneMatch(StructureEquality::isList)) {
        if (proportional(a, b, false)) {
          return true;
        }
      }
      if (Relations.isSingle(a, "!=")) {
        return false;
      }
    }
    Optional<Expression> x = Relations.defined(a);
    Optional<Expression> y = Relations.defined(b);
    if (x.isPresent() && y.isPresent()) {
      return sameName(a, b) && same(x.get(), y.get());
    }
    if (x.isPresent() && Relations.interval(b).isPresent()) {
      return same(x.get(), Relations.interval(b).get());
    }
    if (y.isPresent() && Relations.interval(a).isPresent()) {
      return same(y.get(), Relations.interval(a).get());
    }
    return inequalities(Relations.ascending(a), Relations.ascending(b));
  }

  private static boolean isList(Expression side) {
    return side instanceof Bracket || side instanceof Sequence || side instanceof Union || side instanceof Matrix
        || side instanceof Words || side instanceof Ratio || side instanceof Clock || Variables.hasPlusMinus(side);
  }

  private boolean proportional(Relation a, Relation b, boolean positive) {
    try {
      return Probe.proportional(Relations.difference(a), Relations.difference(b), positive);
    } catch (OverBudget e) {
      return false;
    }
  }

  /** Two names for one thing are the same; two things are not. A function's argument may be named otherwise. */
  private static boolean sameName(Relation a, Relation b) {
    Optional<Expression> x = Relations.name(a);
    Optional<Expression> y = Relations.name(b);
    if (x.isEmpty() || y.isEmpty() || x.equals(y)) {
      return true;
    }
    return x.get() instanceof Expression.Application(String f, List<Expression> p)
        && y.get() instanceof Expression.Application(String g, List<Expression> q)
        && f.equals(g) && p.size() == q.size()
        || x.get() instanceof Bracket || y.get() instanceof Bracket
        || !(x.get() instanceof Expression.Symbol) || !(y.get() instanceof Expression.Symbol);
  }

  private boolean inequalities(Relation a, Relation b) {
    Optional<Expression> x = Relations.interval(a);
    Optional<Expression> y = Relations.interval(b);
    if (x.isPresent() && y.isPresent()) {
      return same(x.get(), y.get());
    }
    if (!a.operators().equals(b.operators())) {
      return false;
    }
    if (a.operators().size() == 1 && a.operators().getFirst().startsWith("<")) {
      return proportional(a, b, true);
    }
    return lists(a.operands(), b.operands(), true);
  }

  private boolean quantities(Expression a, Expression b) {
    if (a instanceof Quantity(Expression x, String u) && b instanceof Quantity(Expression y, String v)) {
      if (u.equals(v)) {
        return same(x, y);
      }
      if (policy.units() == Policy.UnitRule.IGNORE) {
        return same(x, y);
      }
      Optional<Units.Unit> left = Units.of(u);
      Optional<Units.Unit> right = Units.of(v);
      if (left.isEmpty() || right.isEmpty()) {
        return policy.units() != Policy.UnitRule.REQUIRE && same(x, y);
      }
      return left.get().dimension().equals(right.get().dimension()) && same(scaled(x, left.get()), scaled(y, right.get()));
    }
    Quantity quantity = a instanceof Quantity q ? q : (Quantity) b;
    Expression plain = a instanceof Quantity ? b : a;
    Optional<Quantity> abbreviated = abbreviated(quantity, plain);
    if (abbreviated.isPresent()) {
      return quantities(quantity, abbreviated.get());
    }
    boolean percent = Units.of(quantity.unit()).map(unit -> unit.dimension().equals("percent")).orElse(false);
    if (percent) {
      return policy.percent() != Policy.Percent.FRACTION && same(quantity.value(), plain)
          || policy.percent() != Policy.Percent.NUMBER && same(new Expression.Product(List.of(quantity.value(), HUNDREDTH)), plain);
    }
    if (policy.units() == Policy.UnitRule.REQUIRE) {
      return false;
    }
    return same(quantity.value(), plain)
        || quantity.unit().startsWith("degree") && !isList(plain) && values.same(new Quantity(quantity.value(), "degree"), plain);
  }

  /** {@code 2000 g} beside {@code 2 kg}: what would be a factor elsewhere is a unit of one letter. */
  private static Optional<Quantity> abbreviated(Quantity beside, Expression plain) {
    if (Units.of(beside.unit()).isEmpty()) {
      return Optional.empty();
    }
    if (plain instanceof Expression.Quotient(Expression top, Expression.Symbol(String bottom))) {
      return unit(top).map(above -> new Quantity(above.value(), above.unit() + "/" + bottom));
    }
    return unit(plain);
  }

  private static Optional<Quantity> unit(Expression plain) {
    return plain instanceof Expression.Product(List<Expression> factors)
            && factors.size() == 2
            && factors.get(0) instanceof Expression.Numeral
            && factors.get(1) instanceof Expression.Symbol(String letter)
            && Units.of(letter).isPresent()
        ? Optional.of(new Quantity(factors.get(0), letter))
        : Optional.empty();
  }

  private static final Expression HUNDREDTH = new Expression.Numeral(Rational.ONE.over(Rational.of(100)), 0, 0);

  private static Expression scaled(Expression value, Units.Unit unit) {
    return unit.factor().equals(Rational.ONE)
        ? value
        : new Expression.Product(List.of(value, new Expression.Numeral(unit.factor(), 0, 0)));
  }

  private boolean matrices(Expression a, Expression b) {
    if (a instanceof Matrix(List<List<Expression>> x) && b instanceof Matrix(List<List<Expression>> y)) {
      if (x.size() != y.size()) {
        return false;
      }
      for (int i = 0; i < x.size(); i++) {
        if (!lists(x.get(i), y.get(i), true)) {
          return false;
        }
      }
      return true;
    }
    Optional<Matrix> left = Matrices.value(Matrices.ofLists(a));
    Optional<Matrix> right = Matrices.value(Matrices.ofLists(b));
    if (left.isPresent() && right.isPresent() && !(a instanceof Matrix && b instanceof Matrix)) {
      return matrices(left.get(), right.get());
    }
    List<Expression> x = vector(a);
    List<Expression> y = vector(b);
    return !x.isEmpty() && !y.isEmpty() && lists(x, y, true);
  }

  /** The components of a column, a row or a tuple. */
  private static List<Expression> vector(Expression value) {
    if (value instanceof Bracket(char open, List<Expression> items, char close)) {
      return open == '{' ? List.of() : items;
    }
    if (value instanceof Matrix(List<List<Expression>> rows)) {
      if (rows.size() == 1) {
        return rows.getFirst();
      }
      return rows.stream().allMatch(row -> row.size() == 1) ? rows.stream().map(List::getFirst).toList() : List.of();
    }
    return List.of();
  }

  private boolean brackets(Expression a, Expression b) {
    if (a instanceof Bracket(char openA, List<Expression> x, char closeA)
        && b instanceof Bracket(char openB, List<Expression> y, char closeB)) {
      boolean sets = openA == '{' || openB == '{';
      boolean both = openA == openB && closeA == closeB;
      boolean closed = (openA == '(') == (closeA == ')') && (openB == '(') == (closeB == ')') && x.size() > 2;
      return sets ? lists(x, y, openA != openB) : (both || closed) && lists(x, y, true);
    }
    Bracket bracket = a instanceof Bracket x ? x : (Bracket) b;
    Expression single = a instanceof Bracket ? b : a;
    return bracket.items().size() == 1 && same(bracket.items().getFirst(), single);
  }

  /** Lists without brackets, and lists in brackets beside them. */
  private boolean lists(Expression a, Expression b) {
    if (a instanceof Bracket(char open, List<Expression> items, char close) && items.size() > 1 && open != '{' && parts(b).size() == items.size()) {
      return open == '(' && close == ')' || open == '[' && close == ']' ? lists(items, parts(b), true) : false;
    }
    if (b instanceof Bracket(char open, List<Expression> items, char close) && items.size() > 1 && open != '{' && parts(a).size() == items.size()) {
      return lists(b, a);
    }
    if (a instanceof Sequence && b instanceof Sequence && policy.order()) {
      return lists(parts(a), parts(b), true);
    }
    return lists(parts(a), parts(b), false);
  }

  /** The values a list, a set, a union or a ± stands for. */
  static List<Expression> parts(Expression value) {
    List<Expression> found = new ArrayList<>();
    collect(value, found);
    return found;
  }

  private static void collect(Expression value, List<Expression> found) {
    if (value instanceof Sequence(List<Expression> items)) {
      items.forEach(item -> collect(item, found));
    } else if (value instanceof Union(List<Expression> parts)) {
      parts.forEach(part -> collect(part, found));
    } else if (value instanceof Bracket(char open, List<Expression> items, char close) && (open == '{' || open == '[' && close == ']' && items.size() == 1)) {
      items.forEach(item -> collect(item, found));
    } else if (value instanceof Relation relation
        && Relations.defined(relation).filter(defined -> Variables.hasPlusMinus(defined) || defined instanceof Sequence || defined instanceof Union).isPresent()) {
      collect(Relations.defined(relation).get(), found);
    } else if (Variables.hasPlusMinus(value)) {
      found.add(Variables.signed(value, true));
      found.add(Variables.signed(value, false));
    } else {
      found.add(value instanceof Relation relation ? Relations.interval(relation).orElse(value) : value);
    }
  }

  private boolean lists(List<Expression> a, List<Expression> b, boolean ordered) {
    if (ordered) {
      if (a.size() != b.size()) {
        return false;
      }
      for (int i = 0; i < a.size(); i++) {
        if (!same(a.get(i), b.get(i))) {
          return false;
        }
      }
      return true;
    }
    return distinct(a) == distinct(b) && covers(a, b) && covers(b, a);
  }

  /** How many different values there are; what is named, as in {@code x = 2}, is not the same as the value alone. */
  private long distinct(List<Expression> items) {
    List<Expression> found = new ArrayList<>();
    for (Expression item : items.stream().distinct().toList()) {
      boolean known = false;
      if (items.size() <= FEW && !(item instanceof Relation)) {
        for (Expression other : found) {
          known = known || !(other instanceof Relation) && same(item, other);
        }
      }
      if (!known) {
        found.add(item);
      }
    }
    return found.size();
  }

  /** Whether each of {@code a} is among {@code b}; a value named twice counts once. */
  private boolean covers(List<Expression> a, List<Expression> b) {
    for (Expression one : a) {
      boolean found = false;
      for (Expression other : b) {
        found = found || same(one, other);
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  /** Whether the answer names the reference and further values, none of them negative: amounts, not other solutions. */
  boolean among(Expression reference, Expression given) {
    List<Expression> named = parts(given);
    if (named.size() < 2 || parts(reference).size() != 1) {
      return false;
    }
    boolean found = false;
    for (Expression value : named) {
      found |= same(reference, value);
      Expression bare = value instanceof Quantity(Expression inner, String unit) ? inner : value;
      Optional<Rational> number = bare instanceof Relation || isList(bare) ? Optional.empty() : Exact.value(bare, Map.of());
      if (number.isEmpty() || number.get().compareTo(Rational.ZERO) < 0) {
        return false;
      }
    }
    return found;
  }
}
