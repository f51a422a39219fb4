package org.leibniz.grader.published.latex;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.leibniz.grader.published.latex.Value.Real;
import org.leibniz.grader.published.latex.Value.Whole;

/** Python's {@code math} functions by the names sympy prints; a domain or range error is a refusal, as it is there. */
final class MathModule {
  private MathModule() {}

  static Value call(String name, List<Value> arguments) {
    Value x = arguments.getFirst();
    return switch (name) {
      case "factorial" -> Evaluation.factorial(x);
      case "floor" -> floor(x);
      case "unevaluated", "transpose" -> x;
      case "log" -> new Real(logarithm(arguments));
      default -> new Real(checked(plain(name, Arithmetic.real(x))));
    };
  }

  private static double plain(String name, double x) {
    return switch (name) {
      case "sqrt" -> Math.sqrt(x);
      case "exp" -> Math.exp(x);
      case "sin" -> Math.sin(x);
      case "cos" -> Math.cos(x);
      case "tan" -> Math.tan(x);
      case "asin" -> Math.asin(x);
      case "acos" -> Math.acos(x);
      case "atan" -> Math.atan(x);
      case "sinh" -> Math.sinh(x);
      case "cosh" -> Math.cosh(x);
      case "tanh" -> Math.tanh(x);
      case "asinh" -> Math.copySign(Math.log(Math.abs(x) + Math.sqrt(x * x + 1)), x);
      case "acosh" -> Math.log(x + Math.sqrt(x * x - 1));
      case "atanh" -> 0.5 * Math.log((1 + x) / (1 - x));
      default -> throw Evaluation.unknown(name);
    };
  }

  private static double checked(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw Rejected.because("a function outside its domain");
    }
    return value;
  }

  private static double logarithm(List<Value> arguments) {
    double top = logarithm(arguments.getFirst());
    if (arguments.size() == 1) {
      return top;
    }
    double bottom = logarithm(arguments.get(1));
    if (bottom == 0) {
      throw Rejected.because("division by zero");
    }
    return top / bottom;
  }

  private static double logarithm(Value value) {
    if (Arithmetic.isWhole(value) && Arithmetic.whole(value).bitLength() > 1000) {
      BigInteger whole = Arithmetic.whole(value);
      int shift = whole.bitLength() - 1000;
      return checked(Math.log(whole.shiftRight(shift).doubleValue()) + shift * Math.log(2));
    }
    return checked(Math.log(Arithmetic.real(value)));
  }

  private static Value floor(Value value) {
    return Arithmetic.isWhole(value)
        ? new Whole(Arithmetic.whole(value))
        : new Whole(new BigDecimal(Arithmetic.real(value)).setScale(0, RoundingMode.FLOOR).toBigInteger());
  }
}
