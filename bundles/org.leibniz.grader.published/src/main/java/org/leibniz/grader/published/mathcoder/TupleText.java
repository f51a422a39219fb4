package org.leibniz.grader.published.mathcoder;

import java.util.ArrayList;
import java.util.List;
import org.leibniz.grader.published.latex.Evaluation;
import org.leibniz.grader.published.latex.Latex;
import org.leibniz.grader.published.latex.Rejected;
import org.leibniz.grader.published.latex.Scope;

/** The released {@code eval_tuple}: the elements of a tuple or list, evaluated one by one and written as Python writes them. */
final class TupleText {
  private TupleText() {}

  /** The text with its elements evaluated; the text itself where it is no tuple or an element has no value. */
  static String evaluate(String text, Scope scope) {
    char open = text.charAt(0);
    char close = text.charAt(text.length() - 1);
    if (text.length() < 3 || !(open == '(' && close == ')' || open == '[' && close == ']')) {
      return text;
    }
    String[] elements = text.substring(1, text.length() - 1).split(",", -1);
    if (elements.length < 2) {
      return text;
    }
    List<String> values = new ArrayList<>();
    try {
      for (String element : elements) {
        boolean kept = element.contains("infty") || element.equals("a") || element.equals("-a");
        values.add(kept ? element : new Evaluation().of(Latex.parse(element, scope)).text());
      }
    } catch (Rejected refusal) {
      if (refusal.isBudget()) {
        throw refusal;
      }
      return text;
    }
    return open + String.join(",", values) + close;
  }
}
