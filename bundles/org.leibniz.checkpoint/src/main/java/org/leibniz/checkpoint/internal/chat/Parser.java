package org.leibniz.checkpoint.internal.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leibniz.checkpoint.internal.chat.Block.Statement;
import org.leibniz.checkpoint.internal.chat.Token.Kind;

/** From a template's text to its statements. */
public final class Parser {
  private static final int MOST_CHARACTERS = 1 << 20;

  private final TokenStream tokens;
  private final ExpressionParser expressions;

  private Parser(TokenStream tokens) {
    this.tokens = tokens;
    this.expressions = new ExpressionParser(tokens);
  }

  /** @param where the file the template is in, for messages */
  public static Block parse(String where, String source) {
    if (source.length() > MOST_CHARACTERS) {
      throw TemplateError.syntax(where, 1, "has " + source.length() + " characters; expected at most " + MOST_CHARACTERS);
    }
    Parser parser = new Parser(new TokenStream(where, Lexer.tokens(where, source)));
    Block body = parser.block(Set.of());
    parser.tokens.expect(Kind.END);
    return body;
  }

  /** Statements up to a tag that begins with one of {@code ends}, whose name is left to be read. */
  private Block block(Set<String> ends) {
    tokens.enter();
    List<Statement> statements = new ArrayList<>();
    while (true) {
      switch (tokens.peek().kind()) {
        case DATA -> statements.add(new Block.Data(tokens.next().text()));
        case OUTPUT_BEGIN -> {
          tokens.next();
          statements.add(new Block.Output(expressions.list()));
          tokens.expect(Kind.OUTPUT_END);
        }
        case STATEMENT_BEGIN -> {
          if (ends.contains(tokens.ahead(1).text())) {
            tokens.next();
            tokens.leave();
            return new Block(statements);
          }
          tokens.next();
          statements.add(statement());
        }
        default -> {
          if (!ends.isEmpty()) {
            throw tokens.error("expected one of " + String.join(", ", new java.util.TreeSet<>(ends)));
          }
          tokens.leave();
          return new Block(statements);
        }
      }
    }
  }

  private Statement statement() {
    String name = tokens.expect(Kind.NAME).text();
    return switch (name) {
      case "if" -> conditional();
      case "for" -> loop();
      case "set" -> assignment();
      case "macro" -> macro();
      case "filter" -> filtered();
      case "generation" -> generation();
      case "break" -> alone(new Block.Break());
      case "continue" -> alone(new Block.Continue());
      default -> throw tokens.error("the statement '" + name + "' is not supported");
    };
  }

  private Statement alone(Statement statement) {
    tokens.expect(Kind.STATEMENT_END);
    return statement;
  }

  private void end(String name) {
    tokens.expectName(name);
    tokens.expect(Kind.STATEMENT_END);
  }

  private Statement conditional() {
    Expression condition = expressions.list();
    tokens.expect(Kind.STATEMENT_END);
    Block then = block(Set.of("elif", "else", "endif"));
    if (tokens.takeName("elif")) {
      tokens.enter();
      Statement rest = conditional();
      tokens.leave();
      return new Block.If(condition, then, new Block(List.of(rest)));
    }
    Block otherwise = new Block(List.of());
    if (tokens.takeName("else")) {
      tokens.expect(Kind.STATEMENT_END);
      otherwise = block(Set.of("endif"));
    }
    end("endif");
    return new Block.If(condition, then, otherwise);
  }

  private Statement loop() {
    List<String> names = names();
    tokens.expectName("in");
    Expression over = expressions.or();
    Optional<Expression> filter = tokens.takeName("if") ? Optional.of(expressions.expression()) : Optional.empty();
    tokens.expect(Kind.STATEMENT_END);
    Block body = block(Set.of("else", "endfor"));
    Block otherwise = new Block(List.of());
    if (tokens.takeName("else")) {
      tokens.expect(Kind.STATEMENT_END);
      otherwise = block(Set.of("endfor"));
    }
    end("endfor");
    return new Block.For(names, over, filter, body, otherwise);
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    boolean brackets = tokens.take("(");
    do {
      names.add(tokens.expect(Kind.NAME).text());
    } while (tokens.take(","));
    if (brackets) {
      tokens.expect(")");
    }
    return names;
  }

  private Statement assignment() {
    List<String> names = names();
    Optional<String> attribute = tokens.take(".") ? Optional.of(tokens.expect(Kind.NAME).text()) : Optional.empty();
    if (tokens.take("=")) {
      Expression value = expressions.list();
      tokens.expect(Kind.STATEMENT_END);
      return new Block.Set(names, attribute, value);
    }
    tokens.expect(Kind.STATEMENT_END);
    Block body = block(Set.of("endset"));
    end("endset");
    return new Block.SetBlock(names.getFirst(), body);
  }

  private Statement macro() {
    String name = tokens.expect(Kind.NAME).text();
    List<Block.Parameter> parameters = new ArrayList<>();
    tokens.expect("(");
    while (!tokens.take(")")) {
      String parameter = tokens.expect(Kind.NAME).text();
      Optional<Expression> fallback = tokens.take("=") ? Optional.of(expressions.expression()) : Optional.empty();
      parameters.add(new Block.Parameter(parameter, fallback));
      if (!tokens.peek().is(")")) {
        tokens.expect(",");
      }
    }
    tokens.expect(Kind.STATEMENT_END);
    Block body = block(Set.of("endmacro"));
    end("endmacro");
    return new Block.Macro(name, parameters, body);
  }

  private Statement filtered() {
    List<Expression.Filter> filters = new ArrayList<>();
    do {
      filters.add(expressions.filter(new Expression.Literal("")));
    } while (tokens.take("|"));
    tokens.expect(Kind.STATEMENT_END);
    Block body = block(Set.of("endfilter"));
    end("endfilter");
    return new Block.Filtered(filters, body);
  }

  /** A mark around what the model says, which only training looks at. */
  private Statement generation() {
    tokens.expect(Kind.STATEMENT_END);
    Block body = block(Set.of("endgeneration"));
    end("endgeneration");
    return new Block.If(new Expression.Literal(true), body, new Block(List.of()));
  }
}
