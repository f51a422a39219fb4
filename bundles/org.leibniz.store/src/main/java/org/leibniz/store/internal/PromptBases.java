package org.leibniz.store.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A few whole prompts of a run, against which the first prompts of all its samples are stored: worked examples and
 * instructions are in the store once per run. Thread-safe.
 */
final class PromptBases {
  private static final int MOST = 8;

  private static final int LEAST_LENGTH = 64;

  private final List<String> bases;

  /** Guards adding: a base is committed before anything refers to it. */
  private final ReentrantLock adding = new ReentrantLock();

  private final Consumer<Base> commit;

  /** A base to commit. */
  record Base(int number, String prompt) {}

  /** @param commit stores a base and returns when it is committed */
  PromptBases(List<String> known, Consumer<Base> commit) {
    this.bases = new CopyOnWriteArrayList<>(known);
    this.commit = commit;
  }

  static List<String> load(Session session, long run) throws SQLException {
    return session.rows("SELECT prompt FROM store.prompt_base WHERE run = ? ORDER BY number", row -> row.getString(1), run);
  }

  static int store(Session session, long run, Base base) throws SQLException {
    return session.change(
        "MERGE INTO store.prompt_base (run, number, prompt) KEY (run, number) VALUES (?, ?, ?)",
        run,
        base.number(),
        base.prompt());
  }

  /** The shortest way to write a prompt; one that is like none before becomes a base itself. */
  PromptDelta delta(String prompt) {
    PromptDelta best = best(prompt);
    if (best.keep() * 4 >= prompt.length() || prompt.length() < LEAST_LENGTH || bases.size() >= MOST) {
      return best;
    }
    adding.lock();
    try {
      best = best(prompt);
      if (best.keep() * 4 < prompt.length() && bases.size() < MOST) {
        commit.accept(new Base(bases.size(), prompt));
        bases.add(prompt);
        best = best(prompt);
      }
      return best;
    } finally {
      adding.unlock();
    }
  }

  private PromptDelta best(String prompt) {
    PromptDelta best = PromptDelta.whole(prompt);
    for (int number = 0; number < bases.size(); number++) {
      best = best.orBetter(PromptDelta.against(-1 - number, bases.get(number), prompt));
    }
    return best;
  }
}
