package org.leibniz.store.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.leibniz.api.dataset.Choice;
import org.leibniz.api.dataset.Problem;

/** Problems as they were when a run began: a list of them is stored once, whatever number of runs use it. */
final class Problems {
  /** The columns that {@link #read} takes, of {@code problem p}. */
  static final String COLUMNS =
      "p.name, p.position, p.question, p.subject, p.level, p.choices, p.answer, p.solution, p.attributes";

  private static final String INSERT =
      """
      INSERT INTO store.problem (id, name, position, question, subject, level, choices, answer, solution, attributes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String OF_LIST =
      "SELECT " + COLUMNS + " FROM store.problem p WHERE p.id >= ? AND p.id < ? ORDER BY p.id";

  private Problems() {}

  static Problem read(ResultSet row) throws SQLException {
    return new Problem(
        row.getString(1),
        row.getInt(2),
        row.getString(3),
        row.getString(4),
        row.getInt(5),
        Json.choices(row.getString(6)),
        row.getString(7),
        row.getString(8),
        Json.attributes(row.getString(9)));
  }

  static long listOf(Session session, long run) throws SQLException {
    return session
        .row("SELECT problem_list FROM store.run WHERE id = ?", row -> row.getLong(1), run)
        .orElse(0L);
  }

  /** A run's problems in their order. */
  static List<Problem> ofRun(Session session, long run) throws SQLException {
    long list = listOf(session, run);
    return session.rows(OF_LIST, Problems::read, Key.firstProblem(list), Key.firstProblem(list + 1));
  }

  /** The key of the list of these problems in this order, which is stored where it is not there yet. */
  static long list(Session session, List<Problem> problems) throws SQLException {
    byte[] digest = digest(problems);
    // locks the list against a deletion of the last run that uses it
    session.change("UPDATE store.problem_list SET id = id WHERE digest = ?", digest);
    Optional<Long> known =
        session.row("SELECT id FROM store.problem_list WHERE digest = ?", row -> row.getLong(1), digest);
    if (known.isPresent()) {
      return known.get();
    }
    long list = Key.run(session.take("problem_list", 1));
    session.change("INSERT INTO store.problem_list (id, digest) VALUES (?, ?)", list, digest);
    List<Object[]> rows = new ArrayList<>(problems.size());
    for (int place = 0; place < problems.size(); place++) {
      rows.add(row(Key.problem(list, place), problems.get(place)));
    }
    session.changes(INSERT, rows);
    return list;
  }

  private static Object[] row(long id, Problem problem) {
    return new Object[] {
      id,
      problem.id(),
      problem.position(),
      problem.question(),
      problem.subject(),
      problem.level(),
      Json.ofChoices(problem.choices()),
      problem.answer(),
      problem.solution(),
      Json.ofAttributes(problem.attributes())
    };
  }

  /** Over all problems in their order, every text with its length before it. */
  static byte[] digest(List<Problem> problems) {
    MessageDigest digest = sha256();
    for (Problem problem : problems) {
      add(digest, problem.id());
      add(digest, problem.position());
      add(digest, problem.question());
      add(digest, problem.subject());
      add(digest, problem.level());
      add(digest, problem.choices().size());
      for (Choice choice : problem.choices()) {
        add(digest, choice.label());
        add(digest, choice.text());
      }
      add(digest, problem.answer());
      add(digest, problem.solution());
      add(digest, problem.attributes().size());
      new TreeMap<>(problem.attributes())
          .forEach(
              (name, value) -> {
                add(digest, name);
                add(digest, value);
              });
    }
    return digest.digest();
  }

  private static void add(MessageDigest digest, int number) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(digest, bytes.length);
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
