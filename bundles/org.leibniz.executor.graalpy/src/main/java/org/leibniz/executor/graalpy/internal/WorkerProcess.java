package org.leibniz.executor.graalpy.internal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.leibniz.notebook.Reply;
import org.leibniz.notebook.RunningBlock;
import org.leibniz.notebook.StderrTail;

/**
 * One worker JVM, used by one session at a time. Requests and replies are the frames that {@code org.leibniz.python.Worker}
 * describes. Whoever holds it must {@link #kill} it in the end.
 */
final class WorkerProcess implements RunningBlock {
  private static final int EXIT_OUT_OF_MEMORY = 3;

  private final Process process;
  private final DataOutputStream requests;
  private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
  private final StderrTail messages;
  private final Thread reader;

  private WorkerProcess(Process process) {
    this.process = process;
    this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.messages = StderrTail.of(process);
    this.reader = Thread.ofPlatform().daemon().name("graalpy worker " + process.pid()).start(this::read);
  }

  /** Starts a process; it is of use once {@link #await} has given {@link Reply.Ready}. */
  static WorkerProcess start(ProcessBuilder builder) throws IOException {
    return new WorkerProcess(builder.start());
  }

  /** Waits until nothing of a killed process is read any more. */
  void awaitReader(Duration limit) {
    try {
      reader.join(limit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16))) {
      while (true) {
        replies.add(Reply.read(in));
      }
    } catch (IOException e) {
      // The process ended or sends nonsense; either way it is of no more use.
      process.destroyForcibly();
      replies.add(new Reply.Ended());
    }
  }

  void open(long seed) {
    byte[] body = new byte[Long.BYTES];
    java.nio.ByteBuffer.wrap(body).putLong(seed);
    send('O', body);
  }

  void run(String code) {
    send('R', code.getBytes(StandardCharsets.UTF_8));
  }

  void close() {
    send('C', new byte[0]);
  }

  /** Asks a worker that runs a block for its output so far. */
  void peek() {
    send('P', new byte[0]);
  }

  /** Asks a worker that runs a block for the processor time it has used. */
  @Override
  public void askTime() {
    send('T', new byte[0]);
  }

  private void send(char kind, byte[] body) {
    try {
      requests.writeInt(body.length + 1);
      requests.writeByte(kind);
      requests.write(body);
      requests.flush();
    } catch (IOException e) {
      // The reader notices the end of the process and says so.
      process.destroyForcibly();
    }
  }

  /** The next reply, empty where none came in time. */
  @Override
  public Optional<Reply> await(Duration limit) throws InterruptedException {
    return Optional.ofNullable(replies.poll(limit.toNanos(), TimeUnit.NANOSECONDS));
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Whether the process ended because its heap was full. Waits a moment for it to end. */
  boolean endedForMemory() throws InterruptedException {
    return process.waitFor(2, TimeUnit.SECONDS) && process.exitValue() == EXIT_OUT_OF_MEMORY;
  }

  /** How the process ended and what it said last, in one line. */
  String lastWords() throws InterruptedException {
    String status = process.waitFor(2, TimeUnit.SECONDS) ? "exit status " + process.exitValue() : "still running";
    String said = messages.text();
    return said.isEmpty() ? status : status + ": " + said;
  }

  void kill() {
    process.destroyForcibly();
  }

  long pid() {
    return process.pid();
  }
}
