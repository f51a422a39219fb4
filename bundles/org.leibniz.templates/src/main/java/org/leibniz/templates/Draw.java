package org.leibniz.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.leibniz.api.LeibnizException;
import org.leibniz.templates.Value.Whole;
import org.leibniz.templates.Value.Words;

/** Draws an exercise of a template: values again and again until they fit its conditions and belong to the split. */
final class Draw {
  private static final int ATTEMPTS = 20_000;
  private static final List<String> NAMES =
      List.of("Ada", "Ben", "Cora", "Dan", "Ella", "Finn", "Gina", "Hugo", "Iris", "Jack", "Kim", "Leo");

  private final Template template;
  private final Chance chance;

  Draw(Template template, Chance chance) {
    this.template = template;
    this.chance = chance;
  }

  /** An exercise in any of its wordings of a kind; bad input where the template has none. */
  Exercise exercise(Split split, int level, Wording wording) {
    return exercise(split, level, wording, (int) chance.below(template.wordings(wording)));
  }

  /** An exercise in one wording; bad input where the template has none of this kind. */
  Exercise exercise(Split split, int level, Wording wording, int number) {
    String last = "no numbers of the " + split + " split were drawn";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        Optional<Exercise> exercise = attempt(split, level, wording, number);
        if (exercise.isPresent()) {
          return exercise.get();
        }
      } catch (Misfit | ArithmeticException e) {
        last = e.getMessage();
      }
    }
    throw LeibnizException.badInput(
        "template " + template.id() + ", level " + level + ": no values fit its conditions in " + ATTEMPTS + " draws ("
            + last + ")");
  }

  private Optional<Exercise> attempt(Split split, int level, Wording wording, int number) {
    Map<String, Value> values = new TreeMap<>();
    String name = chance.of(NAMES);
    values.put("name", new Words(name));
    values.put("friend", new Words(chance.of(NAMES.stream().filter(other -> !other.equals(name)).toList())));
    List<Rule> rules = new ArrayList<>(template.rules(level));
    rules.addAll(template.rules());
    for (Rule rule : rules) {
      switch (rule) {
        case Rule.Range range -> values.put(range.name(), new Whole(range.draw(values, chance)));
        case Rule.Choice choice -> values.put(choice.name(), chance.of(choice.options()));
        case Rule.Computed computed -> values.put(computed.name(), computed.expression().value(values));
        case Rule.Condition condition -> {
          if (condition.expression().number(values) == 0) {
            return Optional.empty();
          }
        }
      }
    }
    List<Long> numbers = numbers(values);
    return Split.of(template.id(), numbers) == split
        ? Optional.of(Exercise.of(template, level, wording, number, numbers, values))
        : Optional.empty();
  }

  /** Computed ones too, because what is drawn at one level may be fixed at another. */
  private static List<Long> numbers(Map<String, Value> values) {
    List<Long> numbers = new ArrayList<>();
    for (Value value : values.values()) {
      if (value instanceof Whole(long number)) {
        numbers.add(Math.abs(number));
      }
    }
    numbers.sort(null);
    return numbers;
  }
}
