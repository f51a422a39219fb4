package org.leibniz.executor.cpython.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.leibniz.notebook.OrdinaryPrograms;
import org.leibniz.notebook.PythonSources;
import org.leibniz.notebook.Reply;
import org.leibniz.notebook.StderrTail;

/** A process that forks one process for each session and carries messages. Thread-safe. */
final class ForkServer implements AutoCloseable {
  private static final long START_MINUTES = 5;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Settings settings;
  private final AskedOnce asked;
  private final Map<Integer, Session> sessions = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final CompletableFuture<DataOutputStream> ready = new CompletableFuture<>();
  private volatile Process process;
  private volatile boolean closed;

  ForkServer(Settings settings, AskedOnce asked) {
    this.settings = settings;
    this.asked = asked;
    // A thread of its own, for as long as the process lives: the sandbox ends with the thread that started it.
    Thread.ofPlatform().daemon().name("cpython fork server").start(this::serve);
  }

  private void serve() {
    String end = "it ended";
    try {
      Process started = start();
      process = started;
      if (closed) {
        started.destroyForcibly();
      }
      StderrTail messages = StderrTail.of(started);
      DataOutputStream requests = new DataOutputStream(new BufferedOutputStream(started.getOutputStream()));
      DataInputStream replies = new DataInputStream(new BufferedInputStream(started.getInputStream(), 1 << 16));
      try {
        boot(requests);
        while (true) {
          int length = replies.readInt();
          int session = replies.readInt();
          deliver(length, session, Reply.body(replies), requests);
        }
      } catch (IOException e) {
        started.destroyForcibly();
        started.waitFor(2, TimeUnit.SECONDS);
        end = "the server ended: " + (messages.text().isEmpty() ? e.getMessage() : messages.text());
      }
    } catch (IOException | RuntimeException e) {
      end = String.valueOf(e.getMessage());
    } catch (InterruptedException e) {
      end = "interrupted";
    }
    closed = true;
    // After the bundle has stopped there is nobody to tell, and no class can be loaded to say it with.
    if (!ready.isDone()) {
      ready.completeExceptionally(Environment.failed("cannot run programs: " + end.replace("executor cpython: ", "")));
    }
    sessions.values().forEach(session -> session.add(new Reply.Ended()));
    sessions.clear();
  }

  private Process start() throws IOException {
    Environment environment = Environment.ofProcess();
    Sandbox sandbox = new Sandbox(environment, asked.facts(environment));
    ProcessBuilder builder = new ProcessBuilder(sandbox.command(settings.sandboxed(), Environment.resource("boot.py")));
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "TZ", "UTC", "LC_ALL", "C.UTF-8", "PYTHONHASHSEED", "0", "HOME", "/tmp", "OPENBLAS_NUM_THREADS", "1",
                "OMP_NUM_THREADS", "1"));
    return builder.start();
  }

  private void boot(DataOutputStream requests) throws IOException {
    ObjectNode boot = JSON.createObjectNode();
    ObjectNode values = boot.putObject("settings");
    values.put("isolated", settings.sandboxed()).put("memory", settings.block().memory()).put("output", settings.block().output());
    ArrayNode programs = values.putArray("programs");
    OrdinaryPrograms.ALL.forEach(programs::add);
    ArrayNode shared = boot.putArray("shared");
    PythonSources.FILES.forEach(file -> shared.addArray().add(file).add(PythonSources.text(file)));
    ArrayNode own = boot.putArray("own");
    List.of("transcript.py", "sandbox.py", "forkserver.py").forEach(file -> own.addArray().add(file).add(Environment.resource(file)));
    byte[] bytes = JSON.writeValueAsBytes(boot);
    requests.writeInt(bytes.length);
    requests.write(bytes);
    requests.flush();
  }

  private void deliver(int length, int number, Reply reply, DataOutputStream requests) throws IOException {
    if (length < 5 || length > Reply.LONGEST) {
      throw new IOException("a frame of " + length + " bytes");
    }
    if (number == 0) {
      ready.complete(requests);
      return;
    }
    Session session = sessions.get(number);
    if (session != null) {
      session.add(reply);
    }
  }

  /** Waits until the server is ready. */
  Session open(long seed) throws InterruptedException {
    try {
      ready.get(START_MINUTES, TimeUnit.MINUTES);
    } catch (ExecutionException e) {
      throw Environment.failed(String.valueOf(e.getCause().getMessage()).replace("executor cpython: ", ""));
    } catch (TimeoutException e) {
      throw Environment.failed("the server was not ready within " + START_MINUTES + " minutes");
    }
    Session session = new Session(this, numbers.incrementAndGet());
    sessions.put(session.number(), session);
    send(session.number(), 'O', java.nio.ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
    return session;
  }

  void end(Session session) {
    if (sessions.remove(session.number()) != null) {
      send(session.number(), 'K', new byte[0]);
    }
  }

  void run(Session session, String code) {
    send(session.number(), 'R', code.getBytes(StandardCharsets.UTF_8));
  }

  void send(int session, char kind, byte[] body) {
    DataOutputStream requests = ready.join();
    synchronized (requests) {
      try {
        requests.writeInt(body.length + 5);
        requests.writeInt(session);
        requests.writeByte(kind);
        requests.write(body);
        requests.flush();
      } catch (IOException e) {
        // The reader notices the end of the process and says so.
        process.destroyForcibly();
      }
    }
    if (closed && sessions.get(session) instanceof Session open) {
      open.add(new Reply.Ended());
    }
  }

  boolean alive() {
    return !closed;
  }

  @Override
  public void close() {
    closed = true;
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
    }
  }
}
