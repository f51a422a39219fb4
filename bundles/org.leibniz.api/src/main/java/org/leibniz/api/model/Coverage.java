package org.leibniz.api.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which problems a model can answer at all.
 *
 * @param missing ids of problems it has nothing for; they are excluded from the run and counted
 * @param amendments by problem id: what a recording says of a problem beyond the dataset
 * @param note one line for people, for instance how recordings were matched; empty if there is nothing to say
 */
public record Coverage(Set<String> missing, Map<String, Amendment> amendments, String note) {
  public static final Coverage ALL = new Coverage(Set.of(), "");

  /**
   * What a recording says of a problem.
   *
   * @param answer the gold answer it was graded against, in place of the dataset's
   * @param attributes put beside the problem's own, for graders that have rules by recording
   */
  public record Amendment(Optional<String> answer, Map<String, String> attributes) {
    public static final Amendment NONE = new Amendment(Optional.empty(), Map.of());

    public Amendment {
      attributes = Map.copyOf(attributes);
    }
  }

  public Coverage {
    missing = Set.copyOf(missing);
    amendments = Map.copyOf(amendments);
  }

  public Coverage(Set<String> missing, String note) {
    this(missing, Map.of(), note);
  }
}
