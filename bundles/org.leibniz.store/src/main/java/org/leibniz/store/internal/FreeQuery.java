package org.leibniz.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.leibniz.api.LeibnizException;
import org.leibniz.store.SqlResult;

/**
 * Runs a person's query as a database user who may select from the views and nothing else: no changes, no files, no
 * settings. Bounded in time and rows.
 */
final class FreeQuery {
  private static final int MOST_SECONDS = 60;
  private static final int MOST_ROWS = 1_000_000;

  private final Database database;

  FreeQuery(Database database) {
    this.database = database;
  }

  SqlResult run(String sql) {
    return database.await(
        () -> {
          try (Connection connection = database.file().connectReader()) {
            return run(connection, sql);
          } catch (SQLException e) {
            throw Failures.query(e);
          }
        });
  }

  private static SqlResult run(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setQueryTimeout(MOST_SECONDS);
      statement.setMaxRows(MOST_ROWS + 1);
      if (statement.getParameterMetaData().getParameterCount() > 0) {
        throw LeibnizException.usage("sql: write values in place of '?'");
      }
      try (ResultSet result = statement.executeQuery()) {
        return read(result);
      }
    }
  }

  private static SqlResult read(ResultSet result) throws SQLException {
    ResultSetMetaData meta = result.getMetaData();
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      columns.add(meta.getColumnLabel(i).toLowerCase(Locale.ROOT));
    }
    List<List<Object>> rows = new ArrayList<>();
    while (result.next()) {
      if (rows.size() == MOST_ROWS) {
        throw LeibnizException.usage("sql: more than " + MOST_ROWS + " rows; narrow the query down or add a LIMIT");
      }
      List<Object> row = new ArrayList<>(columns.size());
      for (int i = 1; i <= columns.size(); i++) {
        row.add(value(result, i));
      }
      rows.add(row);
    }
    return new SqlResult(List.copyOf(columns), rows);
  }

  private static Object value(ResultSet row, int column) throws SQLException {
    return switch (row.getObject(column)) {
      case null -> null;
      case Boolean flag -> flag;
      case Number number -> number;
      case byte[] bytes -> HexFormat.of().formatHex(bytes);
      case Object _ -> row.getString(column);
    };
  }
}
