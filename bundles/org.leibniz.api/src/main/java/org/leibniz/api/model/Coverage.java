package org.leibniz.api.model;

import java.util.Map;
import java.util.Set;

/**
 * Which problems a model can answer at all.
 *
 * @param missing ids of problems it has nothing for; they are excluded from the run and counted
 * @param golds gold answers by problem id that take the place of the dataset's: a recording was graded against its own
 * @param note one line for people, for instance how recordings were matched; empty if there is nothing to say
 */
public record Coverage(Set<String> missing, Map<String, String> golds, String note) {
  public static final Coverage ALL = new Coverage(Set.of(), "");

  public Coverage {
    missing = Set.copyOf(missing);
    golds = Map.copyOf(golds);
  }

  public Coverage(Set<String> missing, String note) {
    this(missing, Map.of(), note);
  }
}
