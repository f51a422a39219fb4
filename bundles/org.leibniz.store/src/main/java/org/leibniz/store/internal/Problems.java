package org.leibniz.store.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.leibniz.api.dataset.Problem;

/** Problems as they were when a run began: stored once for equal content, whatever number of runs use them. */
final class Problems {
  /** The columns that {@link #read} takes, of {@code problem p} and {@code run_problem o}. */
  static final String COLUMNS =
      "p.name, o.position, p.question, p.subject, p.level, p.choices, p.answer, p.solution, p.attributes";

  private static final String INSERT =
      """
      INSERT INTO store.problem (id, digest, name, question, subject, level, choices, answer, solution, attributes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String OF_RUN =
      "SELECT "
          + COLUMNS
          + """
           FROM store.run_problem o LEFT JOIN store.problem p ON p.id = o.problem
          WHERE o.id >= ? AND o.id < ? ORDER BY o.id""";

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

  static List<Problem> ofRun(Session session, long run) throws SQLException {
    return session.rows(OF_RUN, Problems::read, Key.firstProblem(run), Key.firstProblem(run + 1));
  }

  /** Stores a run's problems in their order. */
  static void add(Session session, long run, List<Problem> problems) throws SQLException {
    Map<String, Long> known = new HashMap<>();
    List<Object[]> fresh = new ArrayList<>();
    List<String> freshDigests = new ArrayList<>();
    List<String> digests = new ArrayList<>(problems.size());
    // The first run of a store has nothing to look up.
    boolean any = session.row("SELECT id FROM store.problem FETCH FIRST ROW ONLY", row -> row.getLong(1)).isPresent();
    for (Problem problem : problems) {
      byte[] digest = digest(problem);
      String hex = HexFormat.of().formatHex(digest);
      digests.add(hex);
      if (known.containsKey(hex)) {
        continue;
      }
      Long id = any ? session.row("SELECT id FROM store.problem WHERE digest = ?", row -> row.getLong(1), digest).orElse(null) : null;
      known.put(hex, id);
      if (id == null) {
        freshDigests.add(hex);
        fresh.add(row(problem, digest));
      }
    }
    long next = session.take("problem", fresh.size());
    for (int i = 0; i < fresh.size(); i++) {
      known.put(freshDigests.get(i), next + i);
      fresh.get(i)[0] = next + i;
    }
    session.changes(INSERT, fresh);
    List<Object[]> uses = new ArrayList<>(problems.size());
    for (int place = 0; place < problems.size(); place++) {
      uses.add(new Object[] {Key.problem(run, place), known.get(digests.get(place)), problems.get(place).position()});
    }
    session.changes("INSERT INTO store.run_problem (id, problem, position) VALUES (?, ?, ?)", uses);
  }

  private static Object[] row(Problem problem, byte[] digest) {
    return new Object[] {
      null,
      digest,
      problem.id(),
      problem.question(),
      problem.subject(),
      problem.level(),
      Json.ofChoices(problem.choices()),
      problem.answer(),
      problem.solution(),
      Json.ofAttributes(problem.attributes())
    };
  }

  /** Over everything but the position in the file, every text with its length before it. */
  static byte[] digest(Problem problem) {
    MessageDigest digest = sha256();
    add(digest, problem.id());
    add(digest, problem.question());
    add(digest, problem.subject());
    add(digest, Integer.toString(problem.level()));
    add(digest, Integer.toString(problem.choices().size()));
    problem
        .choices()
        .forEach(
            choice -> {
              add(digest, choice.label());
              add(digest, choice.text());
            });
    add(digest, problem.answer());
    add(digest, problem.solution());
    new TreeMap<>(problem.attributes())
        .forEach(
            (name, value) -> {
              add(digest, name);
              add(digest, value);
            });
    return digest.digest();
  }

  private static void add(MessageDigest digest, String text) {

    byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
    digest.update(ByteBuffer.allocate(4).putInt(text.length()).flip());
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
