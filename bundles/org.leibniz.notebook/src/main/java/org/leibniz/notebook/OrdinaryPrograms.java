package org.leibniz.notebook;

import java.util.List;
import java.util.stream.Stream;

/** Programs that a worker runs before real ones, so that those do not pay for what libraries load when first asked. */
public final class OrdinaryPrograms {
  public static final List<String> FIRST =
      List.of(
          """
          eggs = 16
          sold = eggs - 3 - 4
          print("sold", sold)
          sold * 2, {"a": 1.5}
          """,
          "1 / 0",
          """
          from sympy import symbols, Eq, solve
          x, y = symbols('x y')
          solve((Eq(x + y, 10), Eq(x - y, 2)), (x, y)), solve(Eq(x / 3 + 5 / 2, x - 5), x)
          """);

  public static final List<String> LATER =
      List.of(
          """
          from sympy import *
          x = symbols('x')
          solve(x**2 - 5*x + 6, x), simplify((x**2 - 1) / (x - 1)), Rational(1, 3), solve(sqrt(x**2 + 16) - 6, x)
          """,
          """
          from sympy import *
          x, n = symbols('x n')
          factor(x**3 - 1), expand((x + 1)**4), diff(sin(x)**2, x), solve(x**3 - 2*x + 1, x), factorint(360)
          """,
          """
          from sympy import *
          x = symbols('x', positive=True)
          integrate(x**2, (x, 0, 1)), limit(sin(x) / x, x, 0), Matrix([[1, 2], [3, 4]]).det(), N(sqrt(2), 20)
          """,
          """
          from sympy import *
          x = symbols('x', real=True)
          solve(x**2 < 4, x), solve(Abs(x - 1) - 2, x), simplify(sin(x)**2 + cos(x)**2), summation(x, (x, 1, 10))
          """);

  public static final List<String> ALL = Stream.concat(FIRST.stream(), LATER.stream()).toList();

  private OrdinaryPrograms() {}
}
