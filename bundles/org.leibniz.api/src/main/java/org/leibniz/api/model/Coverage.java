package org.leibniz.api.model;

import java.util.Set;

/**
 * Which problems a model can answer at all.
 *
 * @param missing ids of problems it has nothing for; they are excluded from the run and counted
 * @param note one line for people, for instance how recordings were matched; empty if there is nothing to say
 */
public record Coverage(Set<String> missing, String note) {
  public static final Coverage ALL = new Coverage(Set.of(), "");

  public Coverage {
    missing = Set.copyOf(missing);
  }
}
