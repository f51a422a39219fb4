package org.leibniz.model.openai.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on the loopback interface that answers each generation as told, in order, and lists one model. Behaviours
 * write
 * bytes, so that they can break every rule.
 */
final class Loopback implements AutoCloseable {
  /** What a client sent. */
  record Request(String path, Map<String, String> headers, JsonNode body) {}

  /** Answers one request; what it does not write is not sent, and the connection is closed after it. */
  interface Behaviour {
    void answer(Request request, OutputStream out) throws IOException, InterruptedException;
  }

  static final String MODELS = "{\"object\": \"list\", \"data\": [{\"id\": \"tiny\", \"max_model_len\": 2048}]}";

  private final ServerSocket socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
  private final ObjectMapper json = new ObjectMapper();
  private final Queue<Behaviour> next = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger busy = new AtomicInteger();
  final AtomicInteger mostBusy = new AtomicInteger();
  final List<Request> generations = new CopyOnWriteArrayList<>();
  final List<Long> arrivals = new CopyOnWriteArrayList<>();
  final List<Throwable> hangUps = new CopyOnWriteArrayList<>();
  volatile Behaviour models = (request, out) -> whole(out, 200, MODELS);
  volatile Behaviour otherwise = (request, out) -> whole(out, 200, chat("fine"));

  Loopback() throws IOException {
    Thread.ofVirtual().start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/v1";
  }

  Loopback then(Behaviour behaviour) {
    next.add(behaviour);
    return this;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      Request request = read(new BufferedInputStream(connection.getInputStream()));
      OutputStream out = connection.getOutputStream();
      if (request.path.endsWith("/models")) {
        models.answer(request, out);
        return;
      }
      generations.add(request);
      arrivals.add(System.nanoTime());
      mostBusy.accumulateAndGet(busy.incrementAndGet(), Math::max);
      try {
        Behaviour behaviour = next.poll();
        (behaviour == null ? otherwise : behaviour).answer(request, out);
      } finally {
        busy.decrementAndGet();
      }
    } catch (IOException e) {
      hangUps.add(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Request read(InputStream in) throws IOException {
    String first = line(in);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      headers.put(header.substring(0, header.indexOf(':')), header.substring(header.indexOf(':') + 1).strip());
    }
    byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
    return new Request(first.split(" ")[1], headers, body.length == 0 ? json.createObjectNode() : json.readTree(body));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** Says nothing more until the server is closed. */
  void silence() throws InterruptedException {
    closed.await();
  }

  static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  static void whole(OutputStream out, int status, String body, String... headers) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status
        + " said\r\nConnection: close\r\nContent-Type: application/json\r\n");
    head.append("Content-Length: ").append(body.getBytes(StandardCharsets.UTF_8).length).append("\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    write(out, head + "\r\n" + body);
  }

  /** Begins a stream, whose pieces {@link #chunk} sends. */
  static void begin(OutputStream out) throws IOException {
    write(out,
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
  }

  static void chunk(OutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(out, Integer.toHexString(bytes.length) + "\r\n" + text + "\r\n");
  }

  /** One piece of a chat's reply. */
  static void delta(OutputStream out, String text) throws IOException {
    chunk(out, "data: " + "{\"choices\": [{\"index\": 0, \"delta\": {\"content\": " + quoted(text)
        + "}, \"finish_reason\": null}]}\n\n");
  }

  static void end(OutputStream out, String reason) throws IOException {
    chunk(out, "data: {\"choices\": [{\"index\": 0, \"delta\": {}, \"finish_reason\": \"" + reason + "\"}]}\n\n");
    chunk(out,
        "data: {\"choices\": [], \"usage\": {\"prompt_tokens\": 7, \"completion_tokens\": 3}}\n\ndata: [DONE]\n\n");
    write(out, "0\r\n\r\n");
  }

  static String chat(String text) {
    return "{\"choices\": [{\"message\": {\"role\": \"assistant\", \"content\": " + quoted(text)
        + "}, \"finish_reason\": \"stop\"}], \"usage\": {\"prompt_tokens\": 7, \"completion_tokens\": 3}}";
  }

  static String quoted(String text) {
    return new ObjectMapper().getNodeFactory().textNode(text).toString();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    socket.close();
  }
}
