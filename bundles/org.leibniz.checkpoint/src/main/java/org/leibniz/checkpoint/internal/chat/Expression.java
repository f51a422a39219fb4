package org.leibniz.checkpoint.internal.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something with a value. */
sealed interface Expression {
  record Literal(Object value) implements Expression {}

  record Name(String name) implements Expression {}

  record Many(List<Expression> elements) implements Expression {}

  record Mapping(Map<Expression, Expression> entries) implements Expression {}

  record Attribute(Expression of, String name) implements Expression {}

  record Item(Expression of, Expression key) implements Expression {}

  record Slice(Expression of, Optional<Expression> from, Optional<Expression> to, Optional<Expression> step) implements Expression {}

  record Call(Expression target, List<Expression> arguments, Map<String, Expression> named) implements Expression {}

  record Filter(Expression input, String name, List<Expression> arguments, Map<String, Expression> named) implements Expression {}

  record Test(Expression input, String name, List<Expression> arguments, boolean negated) implements Expression {}

  record Unary(String operator, Expression operand) implements Expression {}

  record Binary(String operator, Expression left, Expression right) implements Expression {}

  record Conditional(Expression condition, Expression then, Optional<Expression> otherwise) implements Expression {}
}
