package org.leibniz.model.openai.internal;

import java.time.Duration;
import java.util.Optional;

/** One attempt that gave no reply. */
final class ServerFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whether the same request may do better later. */
  enum Cure {
    LATER,
    NONE
  }

  private final Cure cure;
  private final Duration wait;

  private ServerFailure(String message, Cure cure, Duration wait) {
    super(message);
    this.cure = cure;
    this.wait = wait;
  }

  /** @param wait what the server asked for */
  static ServerFailure later(String message, Optional<Duration> wait) {
    return new ServerFailure(message, Cure.LATER, wait.orElse(null));
  }

  static ServerFailure later(String message) {
    return later(message, Optional.empty());
  }

  static ServerFailure forGood(String message) {
    return new ServerFailure(message, Cure.NONE, null);
  }

  Cure cure() {
    return cure;
  }

  Optional<Duration> asked() {
    return Optional.ofNullable(wait);
  }
}
