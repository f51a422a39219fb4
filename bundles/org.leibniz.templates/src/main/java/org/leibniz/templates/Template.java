package org.leibniz.templates;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A kind of problem: which values are drawn at which level, how it is asked in many wordings, and its solution in every
 * {@link Form}. Read from one file (docs/templates.md has the format). Immutable.
 */
public final class Template {
  private final String id;
  private final String subject;
  private final Map<Integer, List<Rule>> levels;
  private final List<Rule> rules;
  private final Map<Wording, List<Phrase>> wordings;
  private final Solutions solutions;

  /**
   * How the problem is solved.
   *
   * @param interleaved text, code and execution in turns
   */
  record Solutions(Phrase answer, Phrase rationale, Phrase program, List<Turn> interleaved) {}

  /** A block of the interleaved solution before its values are put in. */
  record Turn(Block.Kind kind, Phrase phrase) {}

  /**
   * A template.
   *
   * @param levels what is drawn at each level, before {@code rules}
   */
  Template(
      String id,
      String subject,
      Map<Integer, List<Rule>> levels,
      List<Rule> rules,
      Map<Wording, List<Phrase>> wordings,
      Solutions solutions) {
    this.id = id;
    this.subject = subject;
    this.levels = new TreeMap<>(levels);
    this.rules = List.copyOf(rules);
    this.wordings = Map.copyOf(wordings);
    this.solutions = solutions;
  }

  /** The name of its file without the ending. */
  public String id() {
    return id;
  }

  /** The subject as MATH spells it, for instance {@code Number Theory}. */
  public String subject() {
    return subject;
  }

  /** The levels it has, rising. */
  public List<Integer> levels() {
    return List.copyOf(levels.keySet());
  }

  /** How many wordings of a kind it has. */
  public int wordings(Wording kind) {
    return wordings.get(kind).size();
  }

  List<Rule> rules(int level) {
    return levels.get(level);
  }

  List<Rule> rules() {
    return rules;
  }

  Phrase question(Wording kind, int number) {
    return wordings.get(kind).get(number);
  }

  Solutions solutions() {
    return solutions;
  }
}
