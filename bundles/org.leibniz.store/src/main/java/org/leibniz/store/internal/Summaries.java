package org.leibniz.store.internal;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Adds to the summaries of gradings, in the transaction of what was counted. Used with one session at a time. */
final class Summaries {
  private static final int MOST_IN_MEMORY = 10_000;

  private static final String ADD = "UPDATE store.summary SET n = n + ? WHERE id = ?";

  private static final String FIND =
      "SELECT id FROM store.summary WHERE grading = ? AND subject = ? AND level = ? AND outcome = ?";

  private static final String INSERT =
      "INSERT INTO store.summary (id, grading, subject, level, outcome, n) VALUES (?, ?, ?, ?, ?, ?)";

  /** Lines by what they count. */
  private final Map<SummaryKey, Long> known = new HashMap<>();

  void add(Session session, Map<SummaryKey, Long> counts) throws SQLException {
    for (Map.Entry<SummaryKey, Long> count : counts.entrySet()) {
      add(session, count.getKey(), count.getValue());
    }
  }

  /** Called after a rollback: lines made in that transaction are gone, and their numbers go to others. */
  void forget() {
    known.clear();
  }

  private void add(Session session, SummaryKey key, long n) throws SQLException {
    Long line = known.get(key);
    if (line != null && session.change(ADD, n, line) == 1) {
      return;
    }
    if (known.size() >= MOST_IN_MEMORY) {
      known.clear();
    }
    Optional<Long> found =
        session.row(FIND, row -> row.getLong(1), key.grading(), key.subject(), key.level(), key.outcome());
    if (found.isPresent()) {
      session.change(ADD, n, found.get());
      known.put(key, found.get());
      return;
    }
    long fresh = session.take("summary", 1);
    session.change(INSERT, fresh, key.grading(), key.subject(), key.level(), key.outcome(), n);
    known.put(key, fresh);
  }
}
