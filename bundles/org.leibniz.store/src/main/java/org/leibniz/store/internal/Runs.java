package org.leibniz.store.internal;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Problem;
import org.leibniz.store.NewRun;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStatus;

/** The table of runs. A run that a process works on carries its {@link Owner} and a heartbeat. */
final class Runs {
  static final String DELETED = "deleted";

  private static final String COLUMNS =
      """
      SELECT id, public_id, name, experiment, plan_key, status, started, ended, dataset, split, dataset_digest, strategy, model,
        origin, problems, samples_per_problem, excluded, remarks, wall_seconds, resumptions, note, plan, digests, owner_host,
        owner_pid, owner_started, session_started, heartbeat
      FROM store.run""";

  private static final String INSERT =
      """
      INSERT INTO store.run (id, public_id, name, experiment, plan_key, status, started, dataset, split, dataset_digest, strategy,
        model, origin, problem_list, problems, samples_per_problem, excluded, gradings, remarks, plan, digests, owner_host, owner_pid,
        owner_started, session_started, heartbeat)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String RESUME =
      """
      UPDATE store.run SET status = 'running', ended = NULL, resumptions = resumptions + 1, wall_seconds = ?, owner_host = ?,
        owner_pid = ?, owner_started = ?, session_started = ?, heartbeat = ?
      WHERE id = ?""";

  private static final String FINISH =
      "UPDATE store.run SET status = ?, ended = ?, wall_seconds = wall_seconds + ?, heartbeat = ? WHERE id = ?";

  private static final SecureRandom RANDOM = new SecureRandom();

  private Runs() {}

  static List<RunRow> all(Session session) throws SQLException {
    return select(session, " WHERE status <> 'deleted' ORDER BY id DESC");
  }

  static RunRow get(Session session, long run) throws SQLException {
    return select(session, " WHERE id = ? AND status <> 'deleted'", run).stream().findFirst().orElseThrow(() -> unknown(run));
  }

  static Optional<RunRow> unfinished(Session session, String planKey) throws SQLException {
    return select(session, " WHERE plan_key = ? AND status NOT IN ('finished', 'deleted') ORDER BY id DESC LIMIT 1", planKey)
        .stream()
        .findFirst();
  }

  static RunRow begin(Session session, NewRun run, List<Problem> problems) throws SQLException {
    long list = Problems.list(session, problems);
    long key = Key.run(session.take("run", 1));
    Instant now = now();
    Owner owner = Owner.SELF;
    session.change(
        INSERT,
        key,
        HexFormat.of().toHexDigits(RANDOM.nextInt()),
        run.name(),
        run.experiment(),
        run.planKey(),
        RunStatus.RUNNING.id(),
        now,
        run.dataset(),
        run.split(),
        run.datasetDigest(),
        run.strategy(),
        run.model(),
        run.origin(),
        list,
        problems.size(),
        run.samplesPerProblem(),
        run.excluded(),
        run.gradings().size(),
        Json.ofTexts(run.remarks()),
        run.plan(),
        run.digests(),
        owner.host(),
        owner.process(),
        owner.started(),
        now,
        now);
    for (int number = 0; number < run.gradings().size(); number++) {
      Gradings.add(session, key, number, run.gradings().get(number), now);
    }
    return get(session, key);
  }

  static RunRow resume(Session session, long run) throws SQLException {
    // asked before the row is locked too: a run that goes on is not disturbed
    resumable(get(session, run));
    // locks the row, so that of two processes that resume at once the second sees the first
    session.change("UPDATE store.run SET status = status WHERE id = ?", run);
    RunRow row = get(session, run);
    resumable(row);
    Recount.of(session, run);
    Instant now = now();
    Owner owner = Owner.SELF;
    session.change(RESUME, row.wallSeconds(), owner.host(), owner.process(), owner.started(), now, now, run);
    return get(session, run);
  }

  private static void resumable(RunRow row) {
    if (row.status() == RunStatus.RUNNING) {
      throw new LeibnizException(
          ErrorCode.BAD_USAGE, "run " + row.id() + " (" + row.name() + ") is being worked on by a process that is still running");
    }
    if (row.status() == RunStatus.FINISHED) {
      throw new LeibnizException(ErrorCode.BAD_USAGE, "run " + row.id() + " (" + row.name() + ") is finished");
    }
  }

  static RunRow finish(Session session, long run, RunStatus status, double seconds) throws SQLException {
    Instant now = now();
    session.change(FINISH, status.id(), now, seconds, now, run);
    return get(session, run);
  }

  private static List<RunRow> select(Session session, String where, Object... values) throws SQLException {
    List<Stored> found = session.rows(COLUMNS + where, Stored::read, values);
    if (found.isEmpty()) {
      return List.of();
    }
    String which = found.size() == 1 ? " WHERE run = " + found.getFirst().row.key() : "";
    Map<Long, Set<String>> tags = new HashMap<>();
    session.rows(
        "SELECT run, tag FROM store.tag" + which,
        row -> tags.computeIfAbsent(row.getLong(1), key -> new TreeSet<>()).add(row.getString(2)));
    List<RunRow> rows = new ArrayList<>(found.size());
    found.forEach(stored -> rows.add(stored.asSeenNow(tags.getOrDefault(stored.row.key(), Set.of()))));
    return rows;
  }

  private static LeibnizException unknown(long run) {
    return new LeibnizException(ErrorCode.STORE, "the run with key " + run + " has been deleted");
  }

  /** The time in milliseconds, as it is stored. */
  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /** A run as it is stored; whether it is still running is another question. */
  private record Stored(RunRow row, Owner owner, Instant sessionStarted, Instant heartbeat) {
    static Stored read(ResultSet row) throws SQLException {
      Instant ended = row.getObject(8, Instant.class);
      RunRow run =
          new RunRow(
              row.getLong(1),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              RunStatus.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
              row.getObject(7, Instant.class),
              Optional.ofNullable(ended),
              row.getString(9),
              row.getString(10),
              row.getString(11),
              row.getString(12),
              row.getString(13),
              row.getString(14),
              row.getInt(15),
              row.getInt(16),
              row.getInt(17),
              Json.texts(row.getString(18)),
              row.getDouble(19),
              row.getInt(20),
              Set.of(),
              row.getString(21),
              row.getString(22),
              row.getString(23));
      return new Stored(
          run,
          new Owner(row.getString(24), row.getLong(25), row.getLong(26)),
          row.getObject(27, Instant.class),
          row.getObject(28, Instant.class));
    }

    RunRow asSeenNow(Set<String> tags) {
      boolean running = row.status() == RunStatus.RUNNING;
      boolean alive = running && owner.isAlive(heartbeat);
      RunStatus status = running && !alive ? RunStatus.INTERRUPTED : row.status();
      Instant until = alive ? now() : heartbeat;
      double session = running ? Math.max(0, Duration.between(sessionStarted, until).toMillis() / 1000.0) : 0;
      Optional<Instant> ended = running && !alive ? Optional.of(heartbeat) : row.ended();
      return new RunRow(
          row.key(), row.id(), row.name(), row.experiment(), row.planKey(), status, row.started(), ended, row.dataset(),
          row.split(), row.datasetDigest(), row.strategy(), row.model(), row.origin(), row.problems(), row.samplesPerProblem(),
          row.excluded(), row.remarks(), row.wallSeconds() + session, row.resumptions(), Set.copyOf(tags), row.note(),
          row.plan(), row.digests());
    }
  }
}
