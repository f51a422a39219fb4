package org.leibniz.model.openai.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.net.http.HttpHeaders;

/**
 * When the next attempt may be made: after a time that doubles with each failure and is drawn at random below that,
 * so that
 * many calls do not return at once, or after what the server asked for. What it asks of one call holds for all calls.
 */
final class Patience {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Duration first;
  private final Duration mostAsked;
  private final AtomicLong notBefore = new AtomicLong(System.nanoTime());

  /** @param mostAsked longest wait a server may ask for */
  Patience(Duration mostAsked) {
    this(FIRST, mostAsked);
  }

  Patience(Duration first, Duration mostAsked) {
    this.first = first;
    this.mostAsked = mostAsked;
  }

  /** Waits until the server's last demand is met. */
  void awaitTurn() throws InterruptedException {
    for (long left = notBefore.get() - System.nanoTime(); left > 0; left = notBefore.get() - System.nanoTime()) {
      Thread.sleep(Duration.ofNanos(left));
    }
  }

  /**
   * Waits after the {@code failures}-th failure.
   *
   * @throws ServerFailure for good, where the server asks for longer than may be waited
   */
  void await(int failures, ServerFailure failure) throws InterruptedException, ServerFailure {
    if (failure.asked().isPresent()) {
      Duration asked = failure.asked().get();
      if (asked.compareTo(mostAsked) > 0) {
        throw ServerFailure.forGood(failure.getMessage() + "; asks to wait " + asked.toSeconds() + " s, allowed are "
            + mostAsked.toSeconds() + " (maxWait)");
      }
      long until = System.nanoTime() + asked.toNanos();
      notBefore.accumulateAndGet(until, (before, now) -> now - before > 0 ? now : before);
      // Those that were refused together spread out.
      Thread.sleep(asked.plusMillis(ThreadLocalRandom.current().nextLong(1 + first.toMillis() / 4)));
      return;
    }
    long ceiling = Math.min(LONGEST.toMillis(), first.toMillis() << Math.min(failures - 1, 16));
    Thread.sleep(ceiling / 2 + ThreadLocalRandom.current().nextLong(1 + ceiling / 2));
  }

  /** What {@code Retry-After} (seconds, or a date) and {@code Retry-After-Ms} say. */
  static Optional<Duration> asked(HttpHeaders headers) {
    Optional<Duration> millis = headers.firstValue("Retry-After-Ms")
        .flatMap(text -> number(text, Duration.ofMillis(1)));
    return millis.or(() -> headers.firstValue("Retry-After")
        .flatMap(text -> number(text, Duration.ofSeconds(1)).or(() -> date(text))));
  }

  private static Optional<Duration> number(String text, Duration unit) {
    try {
      double count = Double.parseDouble(text.strip());
      return count >= 0 && count < 1e9 ? Optional.of(Duration.ofMillis(Math.round(count * unit.toMillis())))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> date(String text) {
    try {
      Instant then = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration until = Duration.between(Instant.now(), then);
      return Optional.of(until.isNegative() ? Duration.ZERO : until);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
