package org.leibniz.notebook;

import java.time.Duration;
import java.util.Optional;

/** A block that a worker runs, as the one who waits for its end sees it. */
public interface RunningBlock {
  /** The next reply, empty where none came in time. */
  Optional<Reply> await(Duration limit) throws InterruptedException;

  /** Asks for the processor time used so far; {@link Reply.Used} answers. */
  void askTime();
}
