package org.leibniz.python;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/**
 * Main program of a worker: {@code Worker SITE OUTPUT_LIMIT HOST_PID}. Requests come in frames on standard input, replies
 * leave on standard output; both are taken away from the program, whose own output is part of a reply.
 *
 * <p>A frame is its length (4 bytes, big endian, without itself), a kind byte and a body; texts are a 4-byte length and
 * UTF-8.
 *
 * <ul>
 *   <li>{@code O seed(8)} opens a session; {@code +} answers
 *   <li>{@code R code} (the rest of the frame) runs a block; {@code +} answers when it begins, {@code =} when it has ended
 *   <li>{@code P} asks, while a block runs, for what it has written; {@code ~} answers
 *   <li>{@code T} asks, while a block runs, for its processor time; {@code % millis(8)} answers
 *   <li>{@code C} closes the session; {@code - text} answers, the text being why this worker must be replaced, or empty
 *   <li>{@code Q} ends the process
 *   <li>{@code +} also says that the worker is ready, {@code ! text} that it is spent
 * </ul>
 *
 * <p>The process ends when its input does, so that it never outlives its host.
 */
public final class Worker {
  /** Deep enough for the recursion that Python itself allows, shallow enough that endless recursion ends soon. */
  private static final long STACK = 16L << 20;

  private record Request(char kind, byte[] body) {}

  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  private final DataOutputStream replies;
  private final Transcript transcript;
  private final ProcessorClock clock = new ProcessorClock();
  private final Path site;
  private String damage = "";

  private Worker(Path site, int outputLimit, DataOutputStream replies) {
    this.site = site;
    this.transcript = new Transcript(outputLimit);
    this.replies = replies;
  }

  public static void main(String[] arguments) throws InterruptedException {
    InputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    System.setIn(InputStream.nullInputStream());
    System.setOut(System.err);
    Worker worker = new Worker(Path.of(arguments[0]), Integer.parseInt(arguments[1]), out);
    watch(Long.parseLong(arguments[2]));
    Thread reader = new Thread(() -> worker.read(new DataInputStream(in)), "requests");
    reader.setDaemon(true);
    reader.start();
    Thread python = new Thread(null, worker::serve, "python", STACK);
    python.start();
    python.join();
    // An orderly exit: a process that records an ahead-of-time cache writes it now.
    System.exit(0);
  }

  /** A host that was killed closes the pipe; this is for the case that something else still holds it. */
  private static void watch(long host) {
    Optional<ProcessHandle> handle = ProcessHandle.of(host);
    Thread watcher =
        new Thread(
            () -> {
              while (handle.isPresent() && handle.get().isAlive()) {
                try {
                  Thread.sleep(500);
                } catch (InterruptedException e) {
                  break;
                }
              }
              Runtime.getRuntime().halt(0);
            },
            "host");
    watcher.setDaemon(true);
    watcher.start();
  }

  private void read(DataInputStream in) {
    try {
      while (true) {
        int length = in.readInt();
        char kind = (char) in.readUnsignedByte();
        byte[] body = in.readNBytes(length - 1);
        if (body.length != length - 1) {
          throw new EOFException();
        }
        switch (kind) {
          case 'P' -> reply('~', pieces());
          case 'T' -> reply('%', new Body().number(clock.millis()));
          default -> requests.add(new Request(kind, body));
        }
      }
    } catch (IOException e) {
      Runtime.getRuntime().halt(0);
    }
  }

  private void serve() {
    try {
      Interpreter interpreter = new Interpreter(site, transcript);
      WarmUp warmUp = new WarmUp(interpreter, transcript);
      warmUp.beforeReady();
      reply('+', new Body());
      Value session = null;
      boolean served = false;
      while (true) {
        // Only after a first session, for many workers never serve one; and between sessions, to keep none waiting.
        while (served && session == null && requests.isEmpty() && warmUp.unfinished()) {
          warmUp.step();
        }
        Request request = requests.take();
        switch (request.kind) {
          case 'O' -> {
            session = interpreter.open(new DataInputStream(new java.io.ByteArrayInputStream(request.body)).readLong());
            reply('+', new Body());
          }
          case 'R' -> {
            String code = new String(request.body, StandardCharsets.UTF_8);
            warmUp.before(code);
            reply('+', new Body());
            run(interpreter, session, code);
          }
          case 'C' -> {
            String reason = interpreter.close(session);
            session = null;
            served = true;
            reply('-', new Body().text(damage.isEmpty() ? reason : damage));
          }
          case 'Q' -> {
            return;
          }
          default -> throw new IOException("unknown request " + request.kind);
        }
      }
    } catch (PolyglotException e) {
      spent(e.isResourceExhausted() ? "memory" : e.isExit() ? "the program left the interpreter" : e.getMessage());
    } catch (IOException | InterruptedException | RuntimeException e) {
      spent(String.valueOf(e));
    }
  }

  private void spent(String reason) {
    try {
      reply('!', new Body().text(String.valueOf(reason)));
    } catch (IOException e) {
      // The host is gone or will see that this process ended.
    }
  }

  private void run(Interpreter interpreter, Value session, String code) throws IOException {
    transcript.clear();
    clock.start();
    Interpreter.Ending ending;
    try {
      ending = interpreter.run(session, code);
    } catch (PolyglotException e) {
      ending = unsupported(missing(e).orElseThrow(() -> e));
    }
    long cpuMillis = clock.millis();
    Body body = pieces();
    body.number(cpuMillis);
    body.text(ending.status()).text(ending.value()).text(ending.errorType());
    body.text(ending.errorMessage()).text(ending.traceback());
    reply('=', body);
  }

  /** What a program asked for, where the interpreter has no Python exception to say that it is not there. */
  private static Optional<String> missing(PolyglotException e) {
    String message = String.valueOf(e.getMessage());
    if (e.isInternalError() && message.contains("UnsupportedPosixFeatureException")) {
      return Optional.of("this part of the operating system");
    }
    if (e.isInternalError() && message.contains("SecurityException: Process creation")) {
      return Optional.of("starting processes");
    }
    return Optional.empty();
  }

  /** A refusal that Python code does not see as an exception. The interpreter can go on, but not for other sessions. */
  private Interpreter.Ending unsupported(String what) {
    damage = "a refusal inside the interpreter";
    String message = what + " is not available in this executor";
    String trace = "Unsupported: " + message;
    transcript.append(Transcript.TRACE, trace);
    return new Interpreter.Ending("UNSUPPORTED", "", "Unsupported", message, trace);
  }

  private Body pieces() throws IOException {
    List<Transcript.Piece> pieces = transcript.pieces();
    Body body = new Body();
    body.count(pieces.size());
    for (Transcript.Piece piece : pieces) {
      body.kind(piece.channel()).text(piece.text());
    }
    return body;
  }

  private void reply(char kind, Body body) throws IOException {
    byte[] bytes = body.bytes();
    synchronized (replies) {
      replies.writeInt(bytes.length + 1);
      replies.writeByte(kind);
      replies.write(bytes);
      replies.flush();
    }
  }
}
