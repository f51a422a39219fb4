package org.leibniz.checkpoint.internal.chat;

/**
 * A piece of a template.
 *
 * @param line 1-based
 */
record Token(Kind kind, String text, int line) {
  /** What it is. */
  enum Kind {
    /** Literal text between tags. */
    DATA,
    /** Opening or closing of a tag. */
    STATEMENT_BEGIN,
    STATEMENT_END,
    OUTPUT_BEGIN,
    OUTPUT_END,
    NAME,
    STRING,
    INTEGER,
    DECIMAL,
    OPERATOR,
    END
  }

  boolean is(String operator) {
    return kind == Kind.OPERATOR && text.equals(operator);
  }

  boolean isName(String name) {
    return kind == Kind.NAME && text.equals(name);
  }
}
