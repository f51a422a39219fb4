package org.leibniz.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One connection and its prepared statements. Used by one thread at a time; every statement is prepared once. */
final class Session implements AutoCloseable {
  /** Reads one row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  Session(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
  }

  <T> List<T> rows(String sql, RowReader<T> reader, Object... values) throws SQLException {
    PreparedStatement statement = prepared(sql);
    bind(statement, values);
    List<T> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        rows.add(reader.read(result));
      }
    }
    return rows;
  }

  <T> Optional<T> row(String sql, RowReader<T> reader, Object... values) throws SQLException {
    return rows(sql, reader, values).stream().findFirst();
  }

  /** Runs one change and returns how many rows it touched. */
  int change(String sql, Object... values) throws SQLException {
    PreparedStatement statement = prepared(sql);
    bind(statement, values);
    return statement.executeUpdate();
  }

  /** Runs one change for each row of values. */
  void changes(String sql, List<Object[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    PreparedStatement statement = prepared(sql);
    for (Object[] row : rows) {
      bind(statement, row);
      statement.addBatch();
    }
    statement.executeBatch();
  }

  /** Takes {@code n} numbers from a counter and returns the first. */
  long take(String counter, long n) throws SQLException {
    change("UPDATE store.counter SET next = next + ? WHERE name = ?", n, counter);
    return row("SELECT next FROM store.counter WHERE name = ?", row -> row.getLong(1), counter).orElseThrow() - n;
  }

  void commit() throws SQLException {
    connection.commit();
  }

  void rollback() throws SQLException {
    connection.rollback();
  }

  Connection connection() {
    return connection;
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      switch (values[i]) {
        case null -> statement.setNull(i + 1, Types.NULL);
        case String text -> statement.setString(i + 1, text);
        case Long number -> statement.setLong(i + 1, number);
        case Integer number -> statement.setInt(i + 1, number);
        case Boolean flag -> statement.setBoolean(i + 1, flag);
        case byte[] bytes -> statement.setBytes(i + 1, bytes);
        case Double number -> statement.setDouble(i + 1, number);
        case Instant instant -> statement.setObject(i + 1, instant);
        case Object other -> throw new IllegalArgumentException("no column takes a " + other.getClass());
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
