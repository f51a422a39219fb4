package org.leibniz.store.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.leibniz.api.LeibnizException;
import org.leibniz.store.Grading;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStatus;

/**
 * Deletes runs in transactions of bounded size. The run is hidden first; where the process is killed in between, the rest
 * goes with the next deletion.
 */
final class Deletion {
  private static final int PAGE = 1000;

  private static final String LEFT_OVER = "SELECT id FROM store.run WHERE status = 'deleted' ORDER BY id";

  private static final String SAMPLES =
      "SELECT id, first_call, calls FROM store.sample WHERE id >= ? AND id < ? ORDER BY id LIMIT ?";

  private static final String OTHER_RUN_OF_LIST =
      "SELECT 1 FROM store.run WHERE problem_list = ? AND id <> ? FETCH FIRST ROW ONLY";

  private static final String PROBLEMS = "DELETE FROM store.problem WHERE id >= ? AND id < ? LIMIT ?";

  private final Database database;

  Deletion(Database database) {
    this.database = database;
  }

  void delete(long run) {
    database.run(session -> hide(session, run));
    for (long hidden : database.run(session -> session.rows(LEFT_OVER, row -> row.getLong(1)))) {
      deleteHidden(hidden);
    }
  }

  private static int hide(Session session, long run) throws SQLException {
    RunRow row = Runs.get(session, run);
    if (row.status() == RunStatus.RUNNING) {
      throw LeibnizException.usage(
          "run " + row.id() + " (" + row.name() + ") is being worked on and cannot be deleted; cancel it first");
    }
    return session.change("UPDATE store.run SET status = ? WHERE id = ?", Runs.DELETED, run);
  }

  private void deleteHidden(long run) {
    List<Grading> gradings = database.run(session -> Gradings.ofRun(session, run));
    while (database.run(session -> deleteSamples(session, run, gradings))) {}
    long list = database.run(session -> Problems.listOf(session, run));
    if (database.run(session -> withdraw(session, list, run))) {
      while (database.run(session -> deleteProblems(session, list))) {}
      database.run(session -> session.change("DELETE FROM store.problem_list WHERE id = ?", list));
    }
    database.run(session -> deleteRun(session, run, gradings));
  }

  private static boolean deleteSamples(Session session, long run, List<Grading> gradings) throws SQLException {
    List<Object[]> samples = new ArrayList<>();
    List<Object[]> verdicts = new ArrayList<>();
    List<Object[]> calls =
        session.rows(
            SAMPLES,
            row -> {
              long id = row.getLong(1);
              samples.add(new Object[] {id});
              gradings.forEach(grading -> verdicts.add(new Object[] {Key.verdict(grading.key(), id)}));
              return new Object[] {row.getLong(2), row.getLong(2) + row.getInt(3)};
            },
            Key.firstSample(run),
            Key.firstSample(run + 1),
            PAGE);
    session.changes("DELETE FROM store.call WHERE id >= ? AND id < ?", calls);
    session.changes("DELETE FROM store.verdict WHERE id = ?", verdicts);
    session.changes("DELETE FROM store.sample WHERE id = ?", samples);
    return !samples.isEmpty();
  }

  /** Whether no other run needs the list; then no new one finds it any more. */
  private static boolean withdraw(Session session, long list, long run) throws SQLException {
    // locks the list, so that a run that begins meanwhile is either seen here or does not see the list
    session.change("UPDATE store.problem_list SET id = id WHERE id = ?", list);
    if (session.row(OTHER_RUN_OF_LIST, row -> row.getInt(1), list, run).isPresent()) {
      return false;
    }
    session.change("UPDATE store.problem_list SET digest = NULL WHERE id = ?", list);
    return true;
  }

  private static boolean deleteProblems(Session session, long list) throws SQLException {
    return session.change(PROBLEMS, Key.firstProblem(list), Key.firstProblem(list + 1), PAGE) > 0;
  }

  private static int deleteRun(Session session, long run, List<Grading> gradings) throws SQLException {
    for (Grading grading : gradings) {
      session.change("DELETE FROM store.summary WHERE grading = ?", grading.key());
      session.change("DELETE FROM store.grading WHERE id = ?", grading.key());
    }
    session.change("DELETE FROM store.tag WHERE run = ?", run);
    session.change("DELETE FROM store.prompt_base WHERE run = ?", run);
    return session.change("DELETE FROM store.run WHERE id = ?", run);
  }
}
