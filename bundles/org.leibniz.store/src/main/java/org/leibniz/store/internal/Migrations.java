package org.leibniz.store.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;

/** Numbered SQL files that bring a store of any earlier version to this one. Never changed once released, only added to. */
final class Migrations {
  static final String READER = "READER";
  private static final List<String> FILES = List.of("001-runs.sql", "002-problem-lists.sql", "003-grading-warnings.sql");

  private Migrations() {}

  /**
   * Applies what is missing. Called while no other process opens the store.
   *
   * @throws LeibnizException with code {@code STORE} where the store is of a newer version
   */
  static void apply(Session session, Path file) throws SQLException {
    int version = version(session);
    if (version > FILES.size()) {
      throw new LeibnizException(
          ErrorCode.STORE,
          file
              + ": the run store was written by a newer Leibniz (schema "
              + version
              + ", this one knows "
              + FILES.size()
              + "); open it with that version");
    }
    if (version == FILES.size()) {
      return;
    }
    if (version == 0) {
      startAfresh(session, file);
    }
    execute(session, "CREATE SCHEMA IF NOT EXISTS store");
    execute(session, "CREATE TABLE IF NOT EXISTS store.schema_version (version INTEGER PRIMARY KEY, applied TIMESTAMP WITH TIME ZONE)");
    for (int next = version + 1; next <= FILES.size(); next++) {
      script(session, FILES.get(next - 1));
    }
    script(session, "views.sql");
    execute(session, "CREATE USER IF NOT EXISTS " + READER + " PASSWORD ''");
    execute(session, "GRANT SELECT ON SCHEMA public TO " + READER);
    for (int next = version + 1; next <= FILES.size(); next++) {
      session.change("INSERT INTO store.schema_version VALUES (?, ?)", next, Instant.now());
    }
    session.commit();
  }

  /** What a process left that was killed while it made the store; there is no data before there is a version. */
  private static void startAfresh(Session session, Path file) throws SQLException {
    boolean foreign =
        session
            .row("SELECT 1 FROM information_schema.tables WHERE table_schema = 'PUBLIC' AND table_type = 'BASE TABLE'", row -> true)
            .isPresent();
    if (foreign) {
      throw new LeibnizException(ErrorCode.STORE, file + ": the run store was not written by Leibniz; move it away");
    }
    execute(session, "DROP ALL OBJECTS");
  }

  private static int version(Session session) throws SQLException {
    boolean known =
        session
            .row(
                "SELECT 1 FROM information_schema.tables WHERE table_schema = 'STORE' AND table_name = 'SCHEMA_VERSION'",
                row -> true)
            .isPresent();
    if (!known) {
      return 0;
    }
    return session.row("SELECT COALESCE(MAX(version), 0) FROM store.schema_version", row -> row.getInt(1)).orElse(0);
  }

  static void script(Session session, String name) throws SQLException {
    for (String statement : text(name).split(";\\s*(?:\\n|$)")) {
      if (!statement.isBlank()) {
        execute(session, statement);
      }
    }
  }

  static void execute(Session session, String sql) throws SQLException {
    try (Statement statement = session.connection().createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(String name) {
    try (InputStream in = Migrations.class.getResourceAsStream("migrations/" + name)) {
      // a semicolon inside a remark would end a statement
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
