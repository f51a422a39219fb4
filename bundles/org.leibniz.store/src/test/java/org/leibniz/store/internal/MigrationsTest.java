package org.leibniz.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.strategy.Solution;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStatus;
import org.leibniz.store.RunStore;
import org.leibniz.store.SampleQuery;

/** A store of the first schema: two runs over the same problem, the second with another before it, a sample each. */
class MigrationsTest {
  private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;

  @BeforeEach
  void makeStoreOfTheFirstSchema() throws SQLException {
    try (Session session = new DatabaseFile(folder).connect()) {
      Migrations.execute(session, "CREATE SCHEMA store");
      Migrations.execute(
          session,
          "CREATE TABLE store.schema_version (version INTEGER PRIMARY KEY, applied TIMESTAMP WITH TIME ZONE)");
      Migrations.script(session, "001-runs.sql");
      session.change("INSERT INTO store.schema_version VALUES (1, ?)", THEN);
      session.change("UPDATE store.counter SET next = 3");
      problem(session, 1, "shared");
      problem(session, 2, "other");
      run(session, 1, 1);
      run(session, 2, 2);
      session.change("INSERT INTO store.run_problem VALUES (?, 1, 4)", Key.problem(1, 0));
      session.change("INSERT INTO store.run_problem VALUES (?, 2, 2)", Key.problem(2, 0));
      session.change("INSERT INTO store.run_problem VALUES (?, 1, 4)", Key.problem(2, 1));
      sample(session, 1, 0, 1);
      sample(session, 2, 1, 1);
      session.commit();
    }
  }

  private static void problem(Session session, long id, String name) throws SQLException {
    session.change(
        "INSERT INTO store.problem VALUES (?, ?, ?, 'What is 1 + 1?', 'Algebra', 2, NULL, '2', 'It is 2.', NULL)",
        id,
        new byte[] {(byte) id},
        name);
  }

  private static void run(Session session, long id, int problems) throws SQLException {
    session.change(
        """
        INSERT INTO store.run (id, public_id, name, experiment, plan_key, status, started, dataset, split, dataset_digest,
          strategy, model, origin, problems, samples_per_problem, excluded, gradings, remarks, plan, digests, owner_host,
          owner_pid, owner_started, session_started, heartbeat)
        VALUES (?, ?, 'old', '', 'k', 'finished', ?, 'd', 'test', '', 's', 'm', '', ?, 1, 0, 1, '[]', '{}', '{}', 'h', 1, 1,
          ?, ?)""",
        id,
        "0000000" + id,
        THEN,
        problems,
        THEN,
        THEN);
    session.change("INSERT INTO store.grading VALUES (?, 'exact', 'aa', '{}', ?)", Key.grading(id, 0), THEN);
  }

  private static void sample(Session session, long run, int place, long problem) throws SQLException {
    long id = Key.sample(run, place, 0);
    session.change(
        """
        INSERT INTO store.sample VALUES (?, ?, 1, 0, ?, 5, 0, NULL, NULL, 'FINISHED', ?, NULL, 0, 0, 0, 0, 0)""",
        id,
        problem,
        THEN,
        SolutionText.of(new Solution(List.of(), "", Solution.Ending.FINISHED), List.of()).layout());
    session.change(
        "INSERT INTO store.verdict VALUES (?, 'correct', '2', 0, 0, NULL, TRUE, NULL, NULL)",
        Key.verdict(Key.grading(run, 0), id));
  }

  @Test
  void keepsProblemsInTheirOrderAndSamplesAtTheirProblems() {
    try (RunStore store = new H2RunStores().open(folder)) {
      assertThat(store.problems(1)).extracting(Problem::id).containsExactly("shared");
      assertThat(store.problems(2)).extracting(Problem::id).containsExactly("other", "shared");
      assertThat(store.problems(2)).extracting(Problem::position).containsExactly(2, 4);
      assertThat(store.samples(SampleQuery.all(2)).toList())
          .singleElement()
          .satisfies(sample -> assertThat(sample.problem().id()).isEqualTo("shared"));
      assertThat(store.query("select run, problem from samples order by run").rows())
          .containsExactly(List.of("00000001", "shared"), List.of("00000002", "shared"));
    }
  }

  @Test
  void takesNewRunsAndDeletesOldOnes() {
    try (RunStore store = new H2RunStores().open(folder)) {
      List<Problem> problems = store.problems(2);
      RunRow fresh = store.begin(Fixtures.run("new"), problems);
      store.finish(fresh.key(), RunStatus.FINISHED, 1);
      assertThat(fresh.key()).isEqualTo(3);
      store.delete(2);
      assertThat(store.problems(fresh.key())).isEqualTo(problems);
      assertThat(store.problems(1)).hasSize(1);
    }
  }
}
