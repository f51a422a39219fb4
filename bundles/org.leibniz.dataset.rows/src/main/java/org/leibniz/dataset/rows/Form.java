package org.leibniz.dataset.rows;

import java.util.List;
import java.util.function.Function;

/**
 * One published form of a set: how its rows are told from those of other forms, and how they are read.
 *
 * @param name the publisher, for messages
 * @param fields fields that every row of this form has and no earlier form of the set has all of; {@code a|b} is either
 * @param read makes a problem of a row; called for every row once the first one has these fields
 */
public record Form(String name, List<String> fields, Function<Row, Draft> read) {
  public static Form of(String name, Function<Row, Draft> read, String... fields) {
    return new Form(name, List.of(fields), read);
  }

  boolean fits(Row row) {
    return row.hasAll(fields);
  }

  String described() {
    return String.join(", ", fields).replace("|", " or ") + " (" + name + ")";
  }
}
