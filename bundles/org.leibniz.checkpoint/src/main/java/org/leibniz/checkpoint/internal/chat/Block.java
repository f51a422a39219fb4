package org.leibniz.checkpoint.internal.chat;

import java.util.List;
import java.util.Optional;

/** Statements of a template, one after another. */
public record Block(List<Statement> statements) {
  public Block {
    statements = List.copyOf(statements);
  }

  /** One of them. */
  public sealed interface Statement {}

  record Data(String text) implements Statement {}

  record Output(Expression value) implements Statement {}

  record If(Expression condition, Block then, Block otherwise) implements Statement {}

  /** @param names more than one takes the elements apart */
  record For(List<String> names, Expression over, Optional<Expression> filter, Block body, Block otherwise) implements Statement {}

  /** @param attribute of a namespace; empty to set the variable itself */
  record Set(List<String> names, Optional<String> attribute, Expression value) implements Statement {}

  record SetBlock(String name, Block body) implements Statement {}

  record Macro(String name, List<Parameter> parameters, Block body) implements Statement {}

  record Filtered(List<Expression.Filter> filters, Block body) implements Statement {}

  record Break() implements Statement {}

  record Continue() implements Statement {}

  /** A macro's parameter. */
  record Parameter(String name, Optional<Expression> fallback) {}
}
