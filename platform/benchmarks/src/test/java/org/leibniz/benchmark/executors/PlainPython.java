package org.leibniz.benchmark.executors;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** {@code fork_pool.py}, waiting for its start. */
final class PlainPython implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final BufferedWriter requests;
  private final BufferedReader replies;

  PlainPython(Path python, Path script, String way, int workers, List<String> programs) throws IOException {
    process =
        new ProcessBuilder(python.toString(), script.toString(), way, String.valueOf(workers))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    requests = process.outputWriter();
    replies = process.inputReader();
    requests.write(JSON.writeValueAsString(programs));
    requests.newLine();
    requests.flush();
    if (!"ready".equals(replies.readLine())) {
      throw new IOException(script + " does not start");
    }
  }

  /** Runs all programs; their outputs. */
  List<String> run() throws IOException {
    requests.newLine();
    requests.flush();
    return Arrays.asList(JSON.readValue(replies.readLine(), String[].class));
  }

  @Override
  public void close() {
    process.destroy();
  }
}
