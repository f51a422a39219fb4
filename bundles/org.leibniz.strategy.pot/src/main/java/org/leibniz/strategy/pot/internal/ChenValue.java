package org.leibniz.strategy.pot.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.strategy.Session;

/**
 * The value of a program under Program of Thoughts' evaluation: the variable {@code ans} made plain inside the sandbox, in a
 * namespace that has what the released driver imports (Chen et al. 2022; wenhuchen/Program-of-Thoughts).
 */
enum ChenValue {
  /** A number where it can be one: the driver's {@code floatify_ans}. */
  NUMBER("_leibniz_first(ans)"),
  /** A number without its sign. */
  ABSOLUTE("(lambda v: abs(v) if isinstance(v, float) else v)(_leibniz_first(ans))"),
  /** A rounded number or an expression: {@code simplify_ans} and then {@code floatify_ans}. */
  SIMPLIFIED_NUMBER("_leibniz_first(_leibniz_simplified(ans))"),
  /** A text to vote with: {@code simplify_ans}. */
  SIMPLIFIED("_leibniz_simplified(ans)");

  private static final String NAMESPACE = resource("chen_namespace.py");
  private static final String VALUE = resource("chen_value.py");
  private static final String MARK = "leibniz-value:";

  private final String expression;

  ChenValue(String expression) {
    this.expression = expression;
  }

  /** Runs the program in {@code session}; empty where it failed or gave None. */
  Optional<String> of(String program, Session session) {
    Execution execution =
        session.run(
            NAMESPACE + program + VALUE + "_leibniz_value = " + expression
                + "\nif _leibniz_value is not None:\n    print('\\n" + MARK + "' + str(_leibniz_value))\n");
    String printed = execution.stdout();
    int mark = printed.lastIndexOf(MARK);
    if (!execution.succeeded() || mark < 0) {
      return Optional.empty();
    }
    return Optional.of(printed.substring(mark + MARK.length()).strip());
  }

  private static String resource(String name) {
    try (InputStream in = ChenValue.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
