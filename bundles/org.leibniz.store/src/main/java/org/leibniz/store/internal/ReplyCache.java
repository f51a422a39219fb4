package org.leibniz.store.internal;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Usage;
import org.leibniz.store.CachedReply;

/**
 * Replies kept for reuse. Nobody waits for their commit, which is shared with samples': what is lost with a killed process
 * is generated again. Thread-safe.
 */
final class ReplyCache {
  private static final String SELECT =
      """
      SELECT raw, stop, matched_stop, stop_included, prompt_tokens, completion_tokens, millis
      FROM store.cached_reply WHERE digest = ?""";

  private static final String MERGE =
      """
      MERGE INTO store.cached_reply (digest, raw, stop, matched_stop, stop_included, prompt_tokens, completion_tokens, millis)
      KEY (digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

  private final Database database;
  private final GroupWriter writer;

  /** What is not committed yet, by key in hexadecimal. */
  private final Map<String, CachedReply> pending = new ConcurrentHashMap<>();

  ReplyCache(Database database, GroupWriter writer) {
    this.database = database;
    this.writer = writer;
  }

  Optional<CachedReply> get(byte[] key) {
    CachedReply fresh = pending.get(HexFormat.of().formatHex(key));
    if (fresh != null) {
      return Optional.of(fresh);
    }
    return database.run(
        session ->
            session.row(
                SELECT,
                row ->
                    new CachedReply(
                        new Generation(
                            row.getString(1),
                            Names.read(Stop.class, row.getString(2)),
                            Optional.ofNullable(row.getString(3)),
                            row.getBoolean(4),
                            new Usage(row.getInt(5), row.getInt(6))),
                        row.getLong(7)),
                (Object) key));
  }

  void put(byte[] key, CachedReply reply) {
    Generation generation = reply.generation();
    String hex = HexFormat.of().formatHex(key);
    pending.put(hex, reply);
    Object[] row = {
      key.clone(),
      generation.raw(),
      Names.of(generation.stop()),
      generation.matchedStop().orElse(null),
      generation.stopIncluded(),
      generation.usage().promptTokens(),
      generation.usage().completionTokens(),
      reply.millis()
    };
    writer.submit(session -> session.change(MERGE, row)).whenComplete((_, _) -> pending.remove(hex, reply));
  }
}
