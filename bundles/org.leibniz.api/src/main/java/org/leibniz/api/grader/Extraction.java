package org.leibniz.api.grader;

import java.util.Optional;

/**
 * The answer found in a solution and where.
 *
 * @param answer empty where there is none
 * @param start offset of the answer in the solution's completion, -1 where it is not a part of it
 * @param end offset behind it, -1 likewise
 * @param rule which rule found it, for instance {@code boxed}
 */
public record Extraction(Optional<String> answer, int start, int end, String rule) {
  public static final Extraction NONE = new Extraction(Optional.empty(), -1, -1, "none");

  public static Extraction of(String answer, String rule) {
    return new Extraction(Optional.of(answer), -1, -1, rule);
  }
}
