package org.leibniz.api.model;

/** Why a generation ended. */
public enum Stop {
  /** The model's own end-of-sequence token. */
  END,
  /** One of the stop strings. */
  STRING,
  /** The token limit: the reply is cut. */
  LENGTH
}
