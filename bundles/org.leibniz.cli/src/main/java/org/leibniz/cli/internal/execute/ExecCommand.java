package org.leibniz.cli.internal.execute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.api.plugin.Kind;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Console.Ink;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.plugin.Configured;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.plugins.PluginLease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs programs in an executor. */
@Command(
    name = "exec",
    description = {
      "Runs programs in an executor, each in a session of its own, as a strategy would.",
      "",
      "With --json one object a file: {file, status, value, stdout, error:{type, message}, millis, cpuMillis}. Exit status 1"
          + " where a program did not end with ok or truncated."
    },
    footer = {
      "leibniz exec --executor graalpy program.py",
      "leibniz exec --executor graalpy --timeout 10s programs/*.py --json",
      "leibniz exec --executor graalpy --option memory=512MiB program.py"
    })
public final class ExecCommand implements Callable<Integer> {
  private static final long MAX_BYTES = 4L << 20;

  @Option(names = "--executor", required = true, paramLabel = "ID", description = "The executor.")
  String executor;

  @Option(names = "--timeout", paramLabel = "TIME", description = "Time a program may take, as in 10s or 500ms.")
  Optional<String> timeout = Optional.empty();

  @Option(names = "--option", paramLabel = "KEY=VALUE", description = "An option of the executor. Repeatable.")
  List<String> settings = new ArrayList<>();

  @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Seed of the sessions.")
  long seed;

  @Option(names = "--json", description = "Write JSON Lines on standard output and nothing else there.")
  boolean json;

  @Parameters(arity = "1..*", paramLabel = "FILE.py", description = "Programs.")
  List<String> files = List.of();

  private final Context context;

  public ExecCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Map<String, String> programs = new LinkedHashMap<>();
    files.forEach(file -> programs.put(file, read(file)));
    List<String> all = new ArrayList<>(settings);
    timeout.ifPresent(time -> all.add("timeout=" + time));
    boolean failed = false;
    try (PluginLease lease = context.services().plugins().get().lease()) {
      ProgramExecutor runner =
          new Configured(context)
              .get(lease, Kind.EXECUTOR, executor, ProgramExecutor.class, Configured.settings(context, "--option", all));
      for (Map.Entry<String, String> program : programs.entrySet()) {
        Execution execution = runner.run(program.getValue(), seed);
        failed |= !execution.succeeded();
        if (json) {
          Json.print(context.console(), json(program.getKey(), execution));
          context.console().out().flush();
        } else {
          print(program.getKey(), execution);
        }
      }
    }
    return failed ? ExitStatus.FAILURES : ExitStatus.DONE;
  }

  private String read(String written) {
    Path file = Path.of(written);
    try {
      Path path = context.path(written);
      if (Files.size(path) > MAX_BYTES) {
        throw LeibnizException.badInput(file, 0, "", "is larger than 4 MiB; expected a program");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(path))).toString();
    } catch (NoSuchFileException e) {
      throw LeibnizException.badInput(file, 0, "", "no such file");
    } catch (CharacterCodingException e) {
      throw LeibnizException.badInput(file, 0, "", "is not valid UTF-8");
    } catch (IOException e) {
      throw LeibnizException.badInput(file, 0, "", "cannot be read: " + e.getMessage());
    }
  }

  private void print(String file, Execution execution) {
    Console console = context.console();
    Ink ink = execution.succeeded() ? Ink.GREEN : Ink.RED;
    String cpu = execution.cpuMillis() < 0 ? "" : ", " + Figures.time(execution.cpuMillis() / 1000.0) + " of processor time";
    console.line(
        console.ink(Ink.BOLD, Printable.oneLine(file)) + "  " + console.ink(ink, execution.status().id()) + "  "
            + Figures.time(execution.millis() / 1000.0) + cpu);
    if (!execution.display().isBlank()) {
      console.line(Printable.of(execution.display()).stripTrailing());
    }
  }

  static ObjectNode json(String file, Execution execution) {
    ObjectNode node = Json.object().put("file", file).put("status", execution.status().id());
    node.put("value", execution.value()).put("stdout", execution.stdout());
    node.putObject("error").put("type", execution.error().type()).put("message", execution.error().message());
    return node.put("millis", execution.millis()).put("cpuMillis", execution.cpuMillis());
  }
}
