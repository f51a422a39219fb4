package org.leibniz.store;

import java.util.Optional;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.TokenScores;

/** One call as it happened, raw and complete. */
public sealed interface CallRecord {
  /** Where it stands and what it took. */
  Place place();

  /**
   * Where a call stands and what it took.
   *
   * @param branch empty for the main one
   * @param ordinal within the branch, model and executor calls counted together
   * @param parent ordinal of the call before it on the way to it, -1 for none
   * @param startMillis since the sample's start
   * @param millis wall time
   */
  record Place(String branch, int ordinal, int parent, long startMillis, long millis) {}

  /**
   * A model call.
   *
   * @param reply empty where the call failed
   * @param failure empty where it did not
   * @param cached whether the reply came from the cache
   */
  record Generated(
      Place place,
      String role,
      Prompt prompt,
      Decoding decoding,
      long seed,
      Optional<Generation> reply,
      String failure,
      boolean cached)
      implements CallRecord {}

  /** A scored text. */
  record Scored(Place place, String role, Prompt prompt, String text, Optional<TokenScores> scores, String failure)
      implements CallRecord {}

  /**
   * A program or block that was run.
   *
   * @param notebook whether it shared state with the blocks before it in this branch
   */
  record Executed(Place place, String code, boolean notebook, Optional<Execution> result, String failure)
      implements CallRecord {}
}
