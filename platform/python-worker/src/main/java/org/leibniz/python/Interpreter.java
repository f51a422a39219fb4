package org.leibniz.python;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.FileSystem;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.leibniz.notebook.PythonSources;

/**
 * One Python context with sympy imported, without access to the host: no native code, no Java, no processes, no network,
 * no files but the packages. Used by one thread.
 */
final class Interpreter {
  /** How a block ended, as {@code notebook.py} tells it. */
  record Ending(String status, String value, String errorType, String errorMessage, String traceback) {}

  private final Context context;
  private final Value openSession;
  private final Value runBlock;
  private final Value closeSession;
  private final Value rememberLibraries;
  private final Value warm;

  Interpreter(Path site, Transcript transcript) throws IOException {
    OutputStream stray = new Stray(transcript);
    context =
        Context.newBuilder("python")
            .allowNativeAccess(false)
            .allowHostAccess(HostAccess.NONE)
            .allowHostClassLoading(false)
            .allowPolyglotAccess(PolyglotAccess.NONE)
            .allowCreateProcess(false)
            .allowCreateThread(true)
            .allowEnvironmentAccess(EnvironmentAccess.NONE)
            .environment(Map.of("TZ", "UTC", "LANG", "C.UTF-8", "LC_ALL", "C.UTF-8", "PYTHONHASHSEED", "0"))
            .allowIO(
                IOAccess.newBuilder()
                    .fileSystem(FileSystem.allowInternalResourceAccess(new SiteFileSystem(site.toRealPath())))
                    .build())
            .allowExperimentalOptions(true)
            .option("engine.WarnInterpreterOnly", "false")
            .option("python.PosixModuleBackend", "java")
            .option("python.ForceImportSite", "false")
            .option("python.PythonPath", site.toRealPath().toString())
            .option("python.DontWriteBytecodeFlag", "true")
            .option("python.IsolateFlag", "false")
            .timeZone(java.time.ZoneOffset.UTC)
            .in(InputStream.nullInputStream())
            .out(stray)
            .err(stray)
            .build();
    Value names = context.getBindings("python");
    names.putMember(
        "leibniz_codepoint",
        (ProxyExecutable)
            arguments -> {
              try {
                return Character.codePointOf(arguments[0].asString());
              } catch (IllegalArgumentException e) {
                return -1;
              }
            });
    evaluate("missing.py", own("missing.py"));
    evaluate("libraries.py", own("libraries.py"));
    for (String file : PythonSources.FILES) {
      evaluate(file, PythonSources.text(file));
    }
    ProxyExecutable emit =
        arguments -> {
          transcript.append(arguments[0].asByte(), arguments[1].asString());
          return null;
        };
    Value functions = names.getMember("start").execute(emit);
    openSession = functions.getArrayElement(0);
    runBlock = functions.getArrayElement(1);
    closeSession = functions.getArrayElement(2);
    rememberLibraries = functions.getArrayElement(3);
    warm = functions.getArrayElement(4);
  }

  private static String own(String name) throws IOException {
    try (InputStream in = Interpreter.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void evaluate(String name, String text) throws IOException {
    context.eval(Source.newBuilder("python", text, "leibniz/" + name).build());
  }

  /** Takes down the state of all libraries, which {@link #close} compares. */
  void rememberLibraries() {
    rememberLibraries.execute();
  }

  /** Runs a program for the sake of what it loads; an open session does not notice. */
  void warm(String program) {
    warm.execute(program);
  }

  Value open(long seed) {
    return openSession.execute(seed);
  }

  Ending run(Value session, String code) {
    Value ending = runBlock.execute(session, code);
    List<String> texts =
        java.util.stream.IntStream.range(0, 5).mapToObj(i -> ending.getArrayElement(i).asString()).toList();
    return new Ending(texts.get(0), texts.get(1), texts.get(2), texts.get(3), texts.get(4));
  }

  /** Ends a session; a reason why this context must not serve another one, empty where it may. */
  String close(Value session) {
    return closeSession.execute(session).asString();
  }

  /** What reaches the context's own streams without passing {@code sys.stdout}. */
  private static final class Stray extends OutputStream {
    private final Transcript transcript;

    Stray(Transcript transcript) {
      this.transcript = transcript;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      transcript.append(Transcript.OUT, new String(bytes, offset, length, StandardCharsets.UTF_8));
    }
  }
}
