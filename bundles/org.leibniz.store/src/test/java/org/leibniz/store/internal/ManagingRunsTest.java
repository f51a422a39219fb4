package org.leibniz.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Problem;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStatus;
import org.leibniz.store.RunStore;

class ManagingRunsTest {
  @TempDir Path state;
  private RunStore store;
  private final List<Problem> problems = Fixtures.problems(4);

  @BeforeEach
  void open() {
    store = new H2RunStores().open(state);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private RunRow finished(String name) {
    RunRow run = store.begin(Fixtures.run(name), problems);
    store.finish(run.key(), RunStatus.FINISHED, 2.5);
    return store.find(run.id());
  }

  @Test
  void listsRunsNewestFirstWithAllThatIsKnownOfThem() {
    RunRow first = finished("one");
    RunRow second = store.begin(Fixtures.run("two"), problems);
    store.note(first.key(), "a note");
    store.tag(first.key(), Set.of("paper", "draft"), Set.of());
    store.tag(first.key(), Set.of("paper"), Set.of("draft", "never"));
    assertThat(store.runs()).extracting(RunRow::id).containsExactly(second.id(), first.id());
    RunRow read = store.find(first.id());
    assertThat(read.id()).matches("[0-9a-f]{8}");
    assertThat(read.tags()).containsExactly("paper");
    assertThat(read.note()).isEqualTo("a note");
    assertThat(read.status()).isEqualTo(RunStatus.FINISHED);
    assertThat(read.wallSeconds()).isEqualTo(2.5);
    assertThat(read.problems()).isEqualTo(4);
    assertThat(read.excluded()).isEqualTo(2);
    assertThat(read.remarks()).containsExactly("demonstration, not a model");
    assertThat(read.plan()).isEqualTo("{\"name\":\"one\"}");
    assertThat(read.ended()).isPresent();
    assertThat(second.status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void findsARunByIdNamePrefixAndLast() {
    assertThatThrownBy(() -> store.find("x")).hasMessage("no run 'x': this workspace has no runs yet");
    RunRow first = finished("gsm8k-cot");
    RunRow second = finished("gsm8k-cot");
    assertThat(store.find(first.id()).key()).isEqualTo(first.key());
    assertThat(store.find("gsm8k-cot").key()).isEqualTo(second.key());
    assertThat(store.find("@last").key()).isEqualTo(second.key());
    int distinct = 1;
    while (first.id().substring(0, distinct).equals(second.id().substring(0, distinct))) {
      distinct++;
    }
    assertThat(store.find(first.id().substring(0, distinct)).key()).isEqualTo(first.key());
    assertThatThrownBy(() -> store.find("gsm8k-cto"))
        .hasMessage("no run 'gsm8k-cto' among 2 runs; near it: " + second.id() + " (gsm8k-cot)")
        .extracting(e -> ((LeibnizException) e).code())
        .isEqualTo(ErrorCode.BAD_USAGE);
  }

  @Test
  void resumesTheNewestUnfinishedRunOfAPlanAndAddsUpItsTime() {
    RunRow run = store.begin(Fixtures.run("one", "plan"), problems);
    store.append(run.key(), Fixtures.sample(problems.get(0), 0));
    store.finish(run.key(), RunStatus.CANCELLED, 4);
    assertThat(store.unfinished("other")).isEmpty();
    RunRow found = store.unfinished("plan").orElseThrow();
    assertThat(found.status()).isEqualTo(RunStatus.CANCELLED);
    RunRow resumed = store.resume(found.key());
    assertThat(resumed.status()).isEqualTo(RunStatus.RUNNING);
    assertThat(resumed.resumptions()).isEqualTo(1);
    assertThat(store.committed(run.key())).hasSize(1);
    store.append(run.key(), Fixtures.sample(problems.get(1), 0));
    store.finish(run.key(), RunStatus.FINISHED, 3);
    assertThat(store.find("@last").wallSeconds()).isEqualTo(7);
    assertThat(store.unfinished("plan")).isEmpty();
    assertThat(store.count(run.key())).isEqualTo(2);
    assertThatThrownBy(() -> store.resume(run.key())).hasMessage("run " + run.id() + " (one) is finished");
  }

  @Test
  void refusesToResumeOrDeleteARunThatIsBeingWorkedOn() {
    RunRow run = store.begin(Fixtures.run("one"), problems);
    try (RunStore other = new H2RunStores().open(state)) {
      assertThatThrownBy(() -> other.resume(run.key()))
          .hasMessage("run " + run.id() + " (one) is being worked on by a process that is still running");
      assertThatThrownBy(() -> other.delete(run.key())).hasMessageContaining("is being worked on and cannot be deleted");
    }
  }

  @Test
  void callsARunInterruptedWhoseStoreWasClosedBeforeItFinished() {
    RunRow run = store.begin(Fixtures.run("one"), problems);
    store.close();
    store = new H2RunStores().openExisting(state).orElseThrow();
    assertThat(store.find(run.id()).status()).isEqualTo(RunStatus.INTERRUPTED);
    assertThat(store.resume(run.key()).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void deletesARunWithAllThatOnlyItUses() {
    RunRow first = store.begin(Fixtures.run("one"), problems);
    RunRow second = store.begin(Fixtures.run("two"), problems.subList(0, 2));
    for (RunRow run : List.of(first, second)) {
      store.append(run.key(), Fixtures.sample(problems.get(0), 0));
      store.append(run.key(), Fixtures.sample(problems.get(1), 0));
      store.finish(run.key(), RunStatus.FINISHED, 1);
    }
    store.tag(first.key(), Set.of("x"), Set.of());
    store.delete(first.key());
    assertThat(store.runs()).extracting(RunRow::id).containsExactly(second.id());
    assertThat(store.problems(second.key())).isEqualTo(problems.subList(0, 2));
    assertThat(store.calls(second.key(), problems.get(0).id(), 0)).isEqualTo(Fixtures.sample(problems.get(0), 0).calls());
    Database database = new Database(new DatabaseFile(state));
    assertThat(rows(database, "problem")).isEqualTo(2);
    assertThat(rows(database, "problem_list")).isEqualTo(1);
    assertThat(rows(database, "sample")).isEqualTo(2);
    assertThat(rows(database, "call")).isEqualTo(6);
    assertThat(rows(database, "verdict")).isEqualTo(2);
    assertThat(rows(database, "grading")).isEqualTo(1);
    assertThat(rows(database, "summary")).isEqualTo(2);
    assertThat(rows(database, "tag")).isZero();
    database.close();
    assertThatThrownBy(() -> store.note(first.key(), "late")).hasMessageContaining("has been deleted");
  }

  @Test
  void runsOverTheSameProblemsShareAList() {
    RunRow first = store.begin(Fixtures.run("one"), problems);
    RunRow second = store.begin(Fixtures.run("two"), List.copyOf(problems));
    store.finish(first.key(), RunStatus.FINISHED, 1);
    Database database = new Database(new DatabaseFile(state));
    assertThat(rows(database, "problem_list")).isEqualTo(1);
    assertThat(rows(database, "problem")).isEqualTo(problems.size());
    store.delete(first.key());
    assertThat(store.problems(second.key())).isEqualTo(problems);
    store.finish(second.key(), RunStatus.FINISHED, 1);
    store.delete(second.key());
    assertThat(rows(database, "problem_list")).isZero();
    assertThat(rows(database, "problem")).isZero();
    database.close();
  }

  private static long rows(Database database, String table) {
    return database.run(
        session -> session.row("SELECT COUNT(*) FROM store." + table, row -> row.getLong(1)).orElseThrow());
  }
}
