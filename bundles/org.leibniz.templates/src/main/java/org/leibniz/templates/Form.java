package org.leibniz.templates;

import java.util.Locale;

/** How a solution is written. Every template has all of them. */
public enum Form {
  /** Prose that ends with the answer. */
  COT,
  /** A program that prints the answer. */
  POT,
  /** Prose, code and what executing the code shows, in turns. */
  INTERLEAVED;

  /** The name used in files, and the id of the strategy that decodes it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
