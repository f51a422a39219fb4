package org.leibniz.model.openai.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A response's body as it arrives, read by one thread that never waits longer than {@code patience} for the next piece.
 * Closing it before its end drops the connection, by which a server knows that it need not go on.
 */
final class TimedBody implements HttpResponse.BodySubscriber<TimedBody>, AutoCloseable {
  /** What a body is made of. */
  private sealed interface Piece {
    record Bytes(List<ByteBuffer> buffers) implements Piece {}

    record End() implements Piece {}

    record Broken(Throwable cause) implements Piece {}
  }

  /** No reply is as large; a body without end must not fill the memory. */
  private static final int MOST_BYTES = 64 << 20;

  private final Duration patience;
  private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private ByteBuffer current = ByteBuffer.allocate(0);
  private List<ByteBuffer> following = List.of();
  private long total;
  private boolean ended;

  TimedBody(Duration patience) {
    this.patience = patience;
  }

  @Override
  public CompletionStage<TimedBody> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription.complete(given);
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    pieces.add(new Piece.Bytes(buffers));
  }

  @Override
  public void onError(Throwable cause) {
    pieces.add(new Piece.Broken(cause));
  }

  @Override
  public void onComplete() {
    pieces.add(new Piece.End());
  }

  /** The next line without its end, empty after the last. */
  Optional<String> line() throws IOException, ServerFailure, InterruptedException {
    line.reset();
    while (fill()) {
      byte next = current.get();
      if (next == '\n') {
        return Optional.of(text());
      }
      line.write(next);
    }
    return line.size() == 0 ? Optional.empty() : Optional.of(text());
  }

  /** All that is left. */
  String rest() throws IOException, ServerFailure, InterruptedException {
    line.reset();
    while (fill()) {
      byte[] bytes = new byte[current.remaining()];
      current.get(bytes);
      line.writeBytes(bytes);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private String text() {
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /** Makes sure that a byte can be read; false at the end. */
  private boolean fill() throws IOException, ServerFailure, InterruptedException {
    while (!current.hasRemaining()) {
      if (!following.isEmpty()) {
        current = following.getFirst();
        following = following.subList(1, following.size());
        continue;
      }
      if (ended || !next()) {
        return false;
      }
    }
    return true;
  }

  private boolean next() throws IOException, ServerFailure, InterruptedException {
    switch (pieces.poll(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      case null -> throw ServerFailure.later("sent nothing for " + patience.toSeconds() + " s (timeout)");
      case Piece.Bytes(List<ByteBuffer> buffers) -> {
        following = buffers;
        total += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (total > MOST_BYTES) {
          throw ServerFailure.forGood("sent more than " + (MOST_BYTES >> 20) + " MiB");
        }
        subscription.join().request(1);
        return true;
      }
      case Piece.End() -> {
        ended = true;
        return false;
      }
      case Piece.Broken(Throwable cause) -> throw new IOException(cause.getMessage(), cause);
    }
  }

  @Override
  public void close() {
    if (!ended) {
      subscription.thenAccept(Flow.Subscription::cancel);
    }
  }
}
