package org.leibniz.store.internal;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Texts that nearly all samples of a run share (decoding, plugin revision), stored once and referred to. Thread-safe. */
final class Labels {
  private static final int MOST_IN_MEMORY = 10_000;

  private static final String FIND = "SELECT id FROM store.label WHERE text = ?";

  private final GroupWriter writer;
  private final Map<String, Long> known = new ConcurrentHashMap<>();

  Labels(GroupWriter writer) {
    this.writer = writer;
  }

  /** The number of a text, which is committed when this returns. */
  long of(String text) {
    Long number = known.get(text);
    if (number != null) {
      return number;
    }
    AtomicLong found = new AtomicLong();
    GroupWriter.await(
        writer.submit(
            session -> {
              found.set(insert(session, text));
              return null;
            }));
    if (known.size() >= MOST_IN_MEMORY) {
      known.clear();
    }
    known.put(text, found.get());
    return found.get();
  }

  private static long insert(Session session, String text) throws SQLException {
    Optional<Long> id = session.row(FIND, row -> row.getLong(1), text);
    if (id.isPresent()) {
      return id.get();
    }
    long fresh = session.take("label", 1);
    session.change("INSERT INTO store.label (id, text) VALUES (?, ?)", fresh, text);
    return fresh;
  }
}
