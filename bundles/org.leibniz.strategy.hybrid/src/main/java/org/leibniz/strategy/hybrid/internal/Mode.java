package org.leibniz.strategy.hybrid.internal;

/** When a program is asked for and when prose. */
enum Mode {
  /** A program first; prose when it gives no answer (the later evaluation code: {@code pot_prompt} with {@code cot_backup}). */
  FALLBACK,
  /** Programs for open questions, prose for multiple choice (the first release). */
  BY_FORM
}
