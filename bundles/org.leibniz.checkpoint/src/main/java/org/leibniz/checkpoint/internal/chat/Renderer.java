package org.leibniz.checkpoint.internal.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leibniz.checkpoint.internal.chat.Block.Statement;

/** Runs the statements of a template. For one rendering. */
public final class Renderer {
  private static final int MOST_DEPTH = 60;

  /** How a block ended. */
  private enum Flow {
    ON,
    BREAK,
    CONTINUE
  }

  private final Budget budget;
  private final Evaluator evaluator;
  private int depth;

  public Renderer(String where) {
    budget = new Budget(where);
    evaluator = new Evaluator(budget);
  }

  public String render(Block body, Map<String, Object> variables) {
    Scope scope = new Scope(null);
    Builtins.define(scope, budget);
    variables.forEach((name, value) -> scope.set(name, imported(value)));
    StringBuilder out = new StringBuilder();
    try {
      run(body, scope, out);
    } catch (StackOverflowError e) {
      throw budget.failed("is nested too deeply");
    }
    return out.toString();
  }

  /** Values as templates know them: no nulls, and copies that templates cannot change. */
  private static Object imported(Object value) {
    return switch (value) {
      case null -> Value.None.NONE;
      case List<?> list -> list.stream().map(Renderer::imported).toList();
      case Map<?, ?> map -> {
        Map<String, Object> copy = new java.util.LinkedHashMap<>();
        map.forEach((key, element) -> copy.put(String.valueOf(key), imported(element)));
        yield copy;
      }
      case Integer number -> (Object) number.longValue();
      default -> value;
    };
  }

  private Flow run(Block block, Scope scope, StringBuilder out) {
    for (Statement statement : block.statements()) {
      budget.step();
      Flow flow = run(statement, scope, out);
      if (flow != Flow.ON) {
        return flow;
      }
    }
    return Flow.ON;
  }

  private Flow run(Statement statement, Scope scope, StringBuilder out) {
    switch (statement) {
      case Block.Data(String text) -> write(out, text);
      case Block.Output(Expression value) -> write(out, Value.text(evaluator.value(value, scope)));
      case Block.If branch -> {
        return run(Value.truth(evaluator.value(branch.condition(), scope)) ? branch.then() : branch.otherwise(), scope, out);
      }
      case Block.For loop -> loop(loop, scope, out);
      case Block.Set set -> assign(set, scope);
      case Block.SetBlock(String name, Block body) -> scope.set(name, captured(body, scope));
      case Block.Macro macro -> scope.set(macro.name(), (Value.Function) (arguments, named) -> call(macro, scope, arguments, named));
      case Block.Filtered filtered -> {
        Object value = captured(filtered.body(), scope);
        for (Expression.Filter filter : filtered.filters()) {
          value = evaluator.filtered(filter, value, scope);
        }
        write(out, Value.text(value));
      }
      case Block.Break stop -> {
        return Flow.BREAK;
      }
      case Block.Continue next -> {
        return Flow.CONTINUE;
      }
    }
    return Flow.ON;
  }

  private void write(StringBuilder out, String text) {
    budget.made(text.length());
    out.append(text);
  }

  private String captured(Block body, Scope scope) {
    StringBuilder text = new StringBuilder();
    run(body, new Scope(scope), text);
    return text.toString();
  }

  private void assign(Block.Set set, Scope scope) {
    Object value = evaluator.value(set.value(), scope);
    if (set.attribute().isPresent()) {
      if (!(scope.get(set.names().getFirst()) instanceof Value.Namespace namespace)) {
        throw budget.failed(set.names().getFirst() + " is no namespace");
      }
      namespace.attributes().put(set.attribute().get(), value);
      return;
    }
    bind(set.names(), value, scope);
  }

  private void bind(List<String> names, Object value, Scope scope) {
    if (names.size() == 1) {
      scope.set(names.getFirst(), value);
      return;
    }
    List<Object> elements = Value.elements(value);
    if (elements == null || elements.size() != names.size()) {
      throw budget.failed("cannot take " + names.size() + " values from " + Value.written(value));
    }
    for (int i = 0; i < names.size(); i++) {
      scope.set(names.get(i), elements.get(i));
    }
  }

  private void loop(Block.For loop, Scope scope, StringBuilder out) {
    Object over = evaluator.value(loop.over(), scope);
    List<Object> elements = Value.elements(over);
    if (elements == null) {
      throw budget.failed(Value.written(over) + " cannot be looped over");
    }
    List<Object> chosen = new ArrayList<>();
    for (Object element : elements) {
      budget.step();
      Scope inner = new Scope(scope);
      if (loop.filter().isPresent()) {
        bind(loop.names(), element, inner);
      }
      if (loop.filter().isEmpty() || Value.truth(evaluator.value(loop.filter().get(), inner))) {
        chosen.add(element);
      }
    }
    if (chosen.isEmpty()) {
      run(loop.otherwise(), scope, out);
    }
    for (int i = 0; i < chosen.size(); i++) {
      Scope inner = new Scope(scope);
      bind(loop.names(), chosen.get(i), inner);
      inner.set("loop", position(chosen, i));
      if (run(loop.body(), inner, out) == Flow.BREAK) {
        break;
      }
    }
  }

  private static Map<String, Object> position(List<Object> elements, int index) {
    Map<String, Object> loop = new HashMap<>();
    long size = elements.size();
    loop.put("index", index + 1L);
    loop.put("index0", (long) index);
    loop.put("revindex", size - index);
    loop.put("revindex0", size - index - 1);
    loop.put("first", index == 0);
    loop.put("last", index == size - 1);
    loop.put("length", size);
    loop.put("previtem", index == 0 ? new Value.Undefined("previtem") : elements.get(index - 1));
    loop.put("nextitem", index == size - 1 ? new Value.Undefined("nextitem") : elements.get(index + 1));
    return loop;
  }

  private Object call(Block.Macro macro, Scope scope, List<Object> arguments, Map<String, Object> named) {
    if (++depth > MOST_DEPTH) {
      throw budget.failed("calls macros more than " + MOST_DEPTH + " deep");
    }
    Scope inner = new Scope(scope);
    for (int i = 0; i < macro.parameters().size(); i++) {
      Block.Parameter parameter = macro.parameters().get(i);
      Object fallback = parameter.fallback().map(value -> evaluator.value(value, scope)).orElse(new Value.Undefined(parameter.name()));
      inner.set(parameter.name(), i < arguments.size() ? arguments.get(i) : named.getOrDefault(parameter.name(), fallback));
    }
    StringBuilder text = new StringBuilder();
    run(macro.body(), inner, text);
    depth--;
    return text.toString();
  }
}
