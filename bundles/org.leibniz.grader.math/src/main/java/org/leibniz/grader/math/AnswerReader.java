package org.leibniz.grader.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leibniz.grader.math.NumeralReader.Comma;

/** Reads a cleaned answer: lists, comparisons, unions, ratios and units; what they are made of is read by {@link TermReader}. */
final class AnswerReader {
  private static final Set<String> CONNECTIVES = Set.of("and", "or");
  private static final Map<String, String> COMPARISONS =
      Map.of("le", "<=", "ge", ">=", "ne", "!=", "approx", "~", "in", "in", "equiv", "=", "to", "=");

  private final Cursor cursor;
  private final TermReader terms;

  private AnswerReader(String text, Comma comma) {
    cursor = new Cursor(text);
    terms = new TermReader(cursor, comma, this::list);
  }

  /** Reads all of the text; throws {@link Unreadable} or {@link OverBudget}. */
  static Expression read(String cleaned, Comma comma) {
    AnswerReader reader = new AnswerReader(cleaned, comma);
    Expression all = reader.list();
    reader.cursor.blanks();
    if (!reader.cursor.atEnd()) {
      throw new Unreadable("what stands at " + reader.cursor.at());
    }
    return all;
  }

  /** Reads the one value that begins at a place. */
  static Expression valueAt(String cleaned, int place, Comma comma, int[] end) {
    AnswerReader reader = new AnswerReader(cleaned, comma);
    reader.cursor.moveTo(place);
    boolean negative = reader.cursor.take('-');
    Expression value = reader.terms.number();
    end[0] = reader.cursor.at();
    return negative ? Expression.negate(value) : value;
  }

  Expression list() {
    cursor.enter();
    List<List<Expression>> groups = new ArrayList<>();
    List<Expression> group = new ArrayList<>();
    groups.add(group);
    group.add(relation());
    while (true) {
      cursor.blanks();
      char c = cursor.peek();
      if (c == ';') {
        cursor.skip(1);
        group = new ArrayList<>();
        groups.add(group);
      } else if (c == ',') {
        cursor.skip(1);
      } else if (!connective()) {
        break;
      }
      cursor.blanks();
      if (cursor.atEnd()) {
        break;
      }
      if (cursor.peek() != ',' && cursor.peek() != ';') {
        connective();
        group.add(relation());
      }
    }
    cursor.leave();
    return joined(groups);
  }

  private static Expression joined(List<List<Expression>> groups) {
    if (groups.size() == 1) {
      return groups.getFirst().size() == 1 ? groups.getFirst().getFirst() : new Expression.Sequence(groups.getFirst());
    }
    boolean tuples = groups.stream().allMatch(group -> group.size() > 1);
    List<Expression> items = new ArrayList<>();
    for (List<Expression> group : groups) {
      if (tuples) {
        items.add(new Expression.Bracket('(', group, ')'));
      } else {
        items.addAll(group);
      }
    }
    return new Expression.Sequence(items);
  }

  /** Takes "and" or "or", in a text command or not. */
  private boolean connective() {
    cursor.blanks();
    int before = cursor.at();
    String word;
    if (cursor.command().equals("text")) {
      cursor.skip(5);
      cursor.blanks();
      if (cursor.peek() != '{') {
        cursor.moveTo(before);
        return false;
      }
      word = cursor.braced().strip();
    } else if (cursor.command().equals("cup") || cursor.peek() == '\\') {
      String name = cursor.command();
      if (name.equals("vee") || name.equals("lor") || name.equals("wedge") || name.equals("land")) {
        cursor.skip(1 + name.length());
        return true;
      }
      return false;
    } else if (cursor.looking("{and}") || cursor.looking("{or}")) {
      word = cursor.braced();
    } else {
      word = cursor.letters();
      if (TermReader.isConnective(word) && word.startsWith("or")) {
        word = "or";
      }
      cursor.skip(word.length());
    }
    if (CONNECTIVES.contains(word.toLowerCase(Locale.ROOT))) {
      return true;
    }
    cursor.moveTo(before);
    return false;
  }

  private Expression relation() {
    List<Expression> operands = new ArrayList<>();
    List<String> operators = new ArrayList<>();
    operands.add(operand());
    for (String operator = operator(); operator != null; operator = operator()) {
      cursor.node();
      operators.add(operator);
      operands.add(operand());
    }
    return operators.isEmpty() ? operands.getFirst() : new Expression.Relation(operands, operators);
  }

  private String operator() {
    cursor.blanks();
    char c = cursor.peek();
    if (c == '=' || c == '<' || c == '>') {
      cursor.skip(1);
      return String.valueOf(c);
    }
    String name = cursor.command();
    String comparison = name.isEmpty() ? null : COMPARISONS.get(name);
    if (comparison != null) {
      cursor.skip(1 + name.length());
    }
    return comparison;
  }

  private Expression operand() {
    Expression first = ratio();
    List<Expression> parts = new ArrayList<>(List.of(first));
    while (true) {
      cursor.blanks();
      if (!cursor.command().equals("cup")) {
        break;
      }
      cursor.skip(4);
      parts.add(ratio());
    }
    return parts.size() == 1 ? first : new Expression.Union(parts);
  }

  private Expression ratio() {
    cursor.blanks();
    Optional<Expression> time = Clocks.read(cursor);
    if (time.isPresent()) {
      return time.get();
    }
    List<Expression> parts = new ArrayList<>();
    parts.add(terms.measured());
    cursor.blanks();
    if (cursor.peek() == ':' && parts.getFirst() instanceof Expression.Words) {
      throw new Unreadable("words before a colon");
    }
    while (cursor.peek() == ':') {
      cursor.skip(1);
      parts.add(terms.measured());
      cursor.blanks();
    }
    return parts.size() == 1 ? parts.getFirst() : new Expression.Ratio(parts);
  }
}
