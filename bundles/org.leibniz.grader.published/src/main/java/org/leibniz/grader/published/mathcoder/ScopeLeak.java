package org.leibniz.grader.published.mathcoder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leibniz.grader.published.latex.Arithmetic;
import org.leibniz.grader.published.latex.Evaluation;
import org.leibniz.grader.published.latex.Rejected;
import org.leibniz.grader.published.latex.Symbols;
import org.leibniz.grader.published.latex.Term;
import org.leibniz.grader.published.latex.Value;

/**
 * The numeric step as released, where the printed expressions are evaluated among the function's own variables: {@code a} in
 * either text is the whole prediction and {@code b} the whole reference. So the prediction {@code b} equals every number, and
 * {@code a+1} equals {@code 1+a} although {@code x+1} does not equal {@code 1+x}. Where symbols remain the difference counts
 * only if they cancel out, which is found by two evaluations at different places; the original leaves some sums that cancel
 * out uncancelled.
 */
final class ScopeLeak {
  private static final List<Double> PLACES = List.of(0.7316894, 1.9142135);

  private ScopeLeak() {}

  static double distance(Term prediction, Term reference) {
    boolean usesPrediction = Symbols.contains(prediction, "a") || Symbols.contains(reference, "a");
    boolean usesReference = Symbols.contains(prediction, "b") || Symbols.contains(reference, "b");
    if (usesPrediction && prediction instanceof Term.Relation || usesReference && reference instanceof Term.Relation) {
      throw Rejected.because("a relation among numbers");
    }
    boolean symbolic = usesPrediction && Symbols.isIn(prediction) || usesReference && Symbols.isIn(reference);
    if (!symbolic) {
      return distance(prediction, reference, PLACES.getFirst());
    }
    if (Symbols.isInsideFunction(prediction) || Symbols.isInsideFunction(reference)) {
      throw Rejected.because("a function of a symbol");
    }
    double first = distance(prediction, reference, PLACES.getFirst());
    double second = distance(prediction, reference, PLACES.getLast());
    if (!(Math.abs(first - second) <= 1e-9 * (1 + Math.abs(first)))) {
      throw Rejected.because("the symbols do not cancel out");
    }
    return first;
  }

  private static double distance(Term prediction, Term reference, double place) {
    Evaluation inside = new Evaluation(name -> at(name, place));
    Map<String, Value> known = new HashMap<>();
    Evaluation outside =
        new Evaluation(
            name ->
                switch (name) {
                  case "a" -> known.computeIfAbsent(name, a -> inside.of(prediction));
                  case "b" -> known.computeIfAbsent(name, b -> inside.of(reference));
                  default -> throw Evaluation.unknown(name);
                });
    return Arithmetic.distance(outside.of(prediction), outside.of(reference));
  }

  private static Value at(String name, double place) {
    return switch (name) {
      case "a" -> new Value.Real(place);
      case "b" -> new Value.Real(place * place + 0.4);
      default -> throw Evaluation.unknown(name);
    };
  }
}
