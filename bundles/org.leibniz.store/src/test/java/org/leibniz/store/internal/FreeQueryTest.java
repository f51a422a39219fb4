package org.leibniz.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Outcome;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;
import org.leibniz.store.SqlResult;

class FreeQueryTest {
  @TempDir static Path state;
  private static RunStore store;
  private static RunRow run;

  @BeforeAll
  static void begin() {
    List<Problem> problems = Fixtures.problems(4);
    store = new H2RunStores().open(state);
    run = store.begin(Fixtures.run("first"), problems);
    store.append(run.key(), Fixtures.sample(problems.get(0), 0, Outcome.CORRECT, Set.of()));
    store.append(run.key(), Fixtures.sample(problems.get(1), 1, Outcome.NO_ANSWER, Set.of("truncated")));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void answersFromViewsThatPeopleUnderstand() {
    SqlResult samples = store.query("select run, problem, sample, outcome, answer, reference, flags, programs from samples order by problem");
    assertThat(samples.columns()).containsExactly("run", "problem", "sample", "outcome", "answer", "reference", "flags", "programs");
    assertThat(samples.rows().get(0)).containsExactly(run.id(), "gsm8k/test/0", 0, "correct", "1", "1", "", 1);
    assertThat(samples.rows().get(1)).containsExactly(run.id(), "gsm8k/test/1", 1, "no-answer", null, "2", "truncated", 1);
    assertThat(store.query("select name, status, samples, correct, accuracy from runs").rows())
        .containsExactly(List.of("first", "running", 2L, 1L, 0.5));
    assertThat(store.query("select kind, count(*) from calls where run = '" + run.id() + "' group by kind order by kind").rows())
        .containsExactly(List.of("execute", 2L), List.of("generate", 4L));
    assertThat(store.query("select status, display, code from calls where kind = 'execute' order by problem").rows().getFirst())
        .containsExactly("ok", "1\n", "x = 0\nprint(x + 1)");
    assertThat(store.query("select grader, outcome, equal from verdicts order by problem").rows().getFirst()).containsExactly("exact", "correct", true);
    assertThat(store.query("select problem, subject, reference from problems where run = '" + run.id() + "'").rows()).hasSize(4);
    assertThat(store.query("select sum(n) from summary").rows()).hasSize(1);
    assertThat(store.query("select grader from gradings").rows()).containsExactly(List.of("exact"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from samples",
        "update store.run set name = 'x'",
        "drop table store.run",
        "drop view samples",
        "create table t (a int)",
        "create local temporary table t (a int)",
        "select file_read('/etc/hostname')",
        "call csvwrite('written.csv', 'select 1')",
        "select * from csvread('/etc/hostname')",
        "select * from store.run",
        "select * from final table (insert into store.tag values (1, 'x'))",
        "select * from link_schema('a', '', '', '', '', '')",
        "script to 'written.sql'",
        "runscript from 'written.sql'",
        "backup to 'written.zip'",
        "shutdown",
        "set exclusive 1",
        "create alias z for 'java.lang.System.exit'",
        "create user other password '' admin",
        "alter user sa set password 'x'",
        "grant all on schema store to reader",
        "select 1; delete from store.run",
        "select abort_session(1)",
        "select from nothing at all",
        "selekt 1",
        "select * from samples where run = ?",
        ""
      })
  void refusesEverythingElseInOneLine(String sql) {
    assertThatThrownBy(() -> store.query(sql))
        .isInstanceOf(LeibnizException.class)
        .satisfies(e -> assertThat(((LeibnizException) e).code()).isEqualTo(ErrorCode.BAD_USAGE))
        .satisfies(e -> assertThat(e.getMessage()).startsWith("sql: ").doesNotContain("\n"));
    assertThat(store.count(run.key())).isEqualTo(2);
    assertThat(store.runs()).hasSize(1);
    assertThat(store.query("select count(*) from samples").rows()).containsExactly(List.of(2L));
  }
}
