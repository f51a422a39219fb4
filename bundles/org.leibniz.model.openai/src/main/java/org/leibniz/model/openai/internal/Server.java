package org.leibniz.model.openai.internal;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;

/** Makes calls of one server: so many at a time, each repeated while that may help. Thread-safe. */
final class Server implements AutoCloseable {
  /** One attempt. */
  interface Attempt<T> {
    T make(Connection connection) throws ServerFailure, InterruptedException;
  }

  private final String name;
  private final Connection connection;
  private final Semaphore free;
  private final int attempts;
  private final Patience patience;
  private final Ledger ledger;

  /**
   * @param name address for messages
   * @param attempts most attempts of a call
   */
  Server(String name, Connection connection, int concurrency, int attempts, Patience patience, Ledger ledger) {
    this.name = name;
    this.connection = connection;
    this.free = new Semaphore(concurrency, true);
    this.attempts = attempts;
    this.patience = patience;
    this.ledger = ledger;
  }

  /** Waits for its turn and for the answer; an interrupt drops the connection. */
  <T> T call(Attempt<T> attempt) {
    try {
      free.acquire();
      try {
        return repeated(attempt);
      } finally {
        free.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LeibnizException(ErrorCode.CANCELLED, "cancelled");
    }
  }

  private <T> T repeated(Attempt<T> attempt) throws InterruptedException {
    for (int failures = 0; ; ) {
      try {
        patience.awaitTurn();
        ledger.admit();
        return attempt.make(connection);
      } catch (ServerFailure e) {
        failures++;
        waitOrFail(failures, e);
        ledger.repeated();
      }
    }
  }

  private void waitOrFail(int failures, ServerFailure failure) throws InterruptedException {
    Optional<String> end = Optional.empty();
    if (failure.cure() == ServerFailure.Cure.NONE) {
      end = Optional.of(failure.getMessage());
    } else if (failures >= attempts) {
      end = Optional.of(failure.getMessage() + (attempts > 1 ? " (" + attempts + " attempts)" : ""));
    } else {
      try {
        patience.await(failures, failure);
      } catch (ServerFailure tooLong) {
        end = Optional.of(tooLong.getMessage());
      }
    }
    if (end.isPresent()) {
      throw new LeibnizException(ErrorCode.MODEL_FAILED, name + ": " + end.get());
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
