package org.leibniz.dataset.exams;

import java.util.ArrayList;
import java.util.List;
import org.leibniz.api.dataset.Choice;
import org.leibniz.dataset.rows.Options;

/**
 * MathQA's choices: {@code a ) 38 , b ) 27.675 , c ) 30}, where the commas between choices look like those within numbers, or,
 * for some rows, a list as Python prints it, {@code ['a ) 12', 'b ) 15']}, in which letters may be doubled.
 */
final class MathQaOptions {
  private MathQaOptions() {}

  static List<Choice> parse(String text) {
    String plain = text.strip();
    if (plain.startsWith("[") && plain.endsWith("]")) {
      plain = plain.substring(1, plain.length() - 1).replaceAll("^['\"]|['\"]$", "").replaceAll("['\"], ['\"]", " , ");
    }
    List<Choice> choices = new ArrayList<>();
    for (Choice choice : Options.inline(plain)) {
      choices.add(new Choice(choice.label(), clean(choice)));
    }
    return choices;
  }

  private static String clean(Choice choice) {
    String text = choice.text().replaceFirst("\\s*,$", "").strip();
    String doubled = choice.label() + " )";
    return text.regionMatches(true, 0, doubled, 0, doubled.length()) ? text.substring(doubled.length()).strip() : text;
  }
}
