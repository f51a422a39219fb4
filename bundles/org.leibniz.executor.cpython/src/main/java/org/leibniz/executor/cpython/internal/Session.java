package org.leibniz.executor.cpython.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.leibniz.notebook.Reply;
import org.leibniz.notebook.RunningBlock;

/** One session's process, behind its server. Used by one thread, but for {@link #add}. */
final class Session implements RunningBlock {
  private final ForkServer server;
  private final int number;
  private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();

  Session(ForkServer server, int number) {
    this.server = server;
    this.number = number;
  }

  int number() {
    return number;
  }

  void add(Reply reply) {
    replies.add(reply);
  }

  void run(String code) {
    server.run(this, code);
  }

  void peek() {
    server.send(number, 'P', new byte[0]);
  }

  @Override
  public void askTime() {
    server.send(number, 'T', new byte[0]);
  }

  @Override
  public Optional<Reply> await(Duration limit) throws InterruptedException {
    return Optional.ofNullable(replies.poll(limit.toNanos(), TimeUnit.NANOSECONDS));
  }

  /** Ends the process and all its threads. */
  void end() {
    server.end(this);
  }
}
