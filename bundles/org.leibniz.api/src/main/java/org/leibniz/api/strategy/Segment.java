package org.leibniz.api.strategy;

/**
 * A typed piece of the readable transcript. {@code call} is the ordinal, within {@code branch}, of the call that produced
 * it, or -1.
 */
public sealed interface Segment {
  String text();

  String branch();

  int call();

  /** Prose. */
  record Text(String text, String branch, int call) implements Segment {}

  /** A program or a block of one. */
  record Code(String text, String branch, int call) implements Segment {}

  /** What an execution gave, as the strategy showed it to the model. */
  record Output(String text, String branch, int call) implements Segment {}

  /** The final answer where a strategy states one apart from its text. */
  record Answer(String text, String branch, int call) implements Segment {}
}
