package org.leibniz.checkpoint.internal.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of expressions. */
final class Evaluator {
  private final Budget budget;
  private final Operators operators;
  private final Filters filters;

  Evaluator(Budget budget) {
    this.budget = budget;
    this.operators = new Operators(budget);
    this.filters = new Filters(budget);
  }

  Object value(Expression expression, Scope scope) {
    budget.step();
    return switch (expression) {
      case Expression.Literal(Object value) -> value;
      case Expression.Name(String name) -> scope.get(name);
      case Expression.Many(List<Expression> elements) -> values(elements, scope);
      case Expression.Mapping(Map<Expression, Expression> entries) -> {
        Map<Object, Object> map = new LinkedHashMap<>();
        entries.forEach((key, element) -> map.put(value(key, scope), value(element, scope)));
        yield map;
      }
      case Expression.Attribute(Expression of, String name) -> attribute(value(of, scope), name);
      case Expression.Item(Expression of, Expression key) -> item(value(of, scope), value(key, scope));
      case Expression.Slice slice -> slice(slice, scope);
      case Expression.Call call -> call(call, scope);
      case Expression.Filter filter -> filtered(filter, value(filter.input(), scope), scope);
      case Expression.Test test ->
          operators.test(test.name(), value(test.input(), scope), values(test.arguments(), scope)) != test.negated();
      case Expression.Unary(String operator, Expression operand) -> operators.unary(operator, value(operand, scope));
      case Expression.Binary(String operator, Expression left, Expression right) -> binary(operator, left, right, scope);
      case Expression.Conditional(Expression condition, Expression then, Optional<Expression> otherwise) -> {
        if (Value.truth(value(condition, scope))) {
          yield value(then, scope);
        }
        yield otherwise.isPresent() ? value(otherwise.get(), scope) : new Value.Undefined("");
      }
    };
  }

  Object filtered(Expression.Filter filter, Object input, Scope scope) {
    return filters.apply(filter.name(), input, values(filter.arguments(), scope), named(filter.named(), scope));
  }

  private List<Object> values(List<Expression> expressions, Scope scope) {
    List<Object> values = new ArrayList<>();
    expressions.forEach(one -> values.add(value(one, scope)));
    return values;
  }

  private Map<String, Object> named(Map<String, Expression> expressions, Scope scope) {
    Map<String, Object> values = new LinkedHashMap<>();
    expressions.forEach((name, one) -> values.put(name, value(one, scope)));
    return values;
  }

  private Object binary(String operator, Expression left, Expression right, Scope scope) {
    Object first = value(left, scope);
    if (operator.equals("and")) {
      return Value.truth(first) ? value(right, scope) : first;
    }
    if (operator.equals("or")) {
      return Value.truth(first) ? first : value(right, scope);
    }
    return operators.binary(operator, first, value(right, scope));
  }

  private Object attribute(Object of, String name) {
    return switch (of) {
      case Value.Undefined undefined -> throw budget.failed("'" + undefined.name() + "' is undefined");
      case Value.Namespace namespace -> namespace.attributes().getOrDefault(name, new Value.Undefined(name));
      case Map<?, ?> map when map.containsKey(name) -> map.get(name);
      default -> Methods.of(of, name, budget).map(method -> (Object) method).orElse(new Value.Undefined(name));
    };
  }

  private Object item(Object of, Object key) {
    if (of instanceof Value.Undefined undefined) {
      throw budget.failed("'" + undefined.name() + "' is undefined");
    }
    if (of instanceof Map<?, ?> map) {
      Object value = map.get(key);
      return value == null ? new Value.Undefined(Value.text(key)) : value;
    }
    List<Object> elements = Value.elements(of);
    if (elements != null && key instanceof Long index) {
      long at = index < 0 ? index + elements.size() : index;
      return at < 0 || at >= elements.size() ? new Value.Undefined(Value.text(key)) : elements.get((int) at);
    }
    return key instanceof String name ? attribute(of, name) : new Value.Undefined(Value.text(key));
  }

  private Object slice(Expression.Slice slice, Scope scope) {
    Object of = value(slice.of(), scope);
    List<Object> elements = Value.elements(of);
    if (elements == null || of instanceof Map) {
      throw budget.failed(Value.written(of) + " cannot be sliced");
    }
    long step = slice.step().map(one -> whole(value(one, scope))).orElse(1L);
    if (step == 0) {
      throw budget.failed("a slice has step 0");
    }
    long size = elements.size();
    long from = slice.from().map(one -> bound(whole(value(one, scope)), size, step)).orElse(step > 0 ? 0 : size - 1);
    long to = slice.to().map(one -> bound(whole(value(one, scope)), size, step)).orElse(step > 0 ? size : -1);
    List<Object> result = new ArrayList<>();
    for (long at = from; step > 0 ? at < to : at > to; at += step) {
      budget.step();
      result.add(elements.get((int) at));
    }
    return of instanceof String ? String.join("", result.stream().map(String::valueOf).toList()) : result;
  }

  private static long bound(long index, long size, long step) {
    long at = index < 0 ? index + size : index;
    return step > 0 ? Math.clamp(at, 0, size) : Math.clamp(at, -1, size - 1);
  }

  private long whole(Object value) {
    if (value instanceof Long number) {
      return number;
    }
    throw budget.failed("expected a whole number, found " + Value.written(value));
  }

  private Object call(Expression.Call call, Scope scope) {
    Object target = value(call.target(), scope);
    if (!(target instanceof Value.Function function)) {
      String name = target instanceof Value.Undefined undefined ? undefined.name() : Value.written(target);
      throw budget.failed("'" + name + "' cannot be called");
    }
    return function.call(values(call.arguments(), scope), named(call.named(), scope));
  }
}
