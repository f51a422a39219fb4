package org.leibniz.templates;

import java.util.Locale;

/** Whether a question is worded as in training, or in a way kept for the test. */
public enum Wording {
  SEEN,
  UNSEEN;

  /** The name used in files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
