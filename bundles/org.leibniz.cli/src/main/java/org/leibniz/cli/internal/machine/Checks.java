package org.leibniz.cli.internal.machine;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.api.model.ModelBackend;
import org.leibniz.api.plugin.Kind;
import org.leibniz.api.plugin.Preparable;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.plugin.Configured;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.plugins.InstalledPlugin;
import org.leibniz.plugins.PluginLease;
import org.leibniz.store.RunStore;
import org.leibniz.workspace.Workspace;

/** Looks at the machine. Nothing is changed unless {@code fix} is set. */
record Checks(Context context, boolean fix) {
  private static final int JDK = 25;
  private static final long DISK = 2L << 30;
  private static final long MEMORY = 512L << 20;

  List<Check> all(Optional<String> asked) {
    List<Check> checks = new ArrayList<>();
    checks.add(jdk());
    checks.add(memory());
    checks.add(home());
    checks.add(disk());
    checks.add(fonts());
    checks.addAll(plugins());
    checks.addAll(executors());
    checks.addAll(devices());
    checks.addAll(workspace(asked));
    return checks;
  }

  private static Check jdk() {
    int feature = Runtime.version().feature();
    String detail = Runtime.version() + ", " + System.getProperty("java.home");
    return feature >= JDK
        ? Check.ok("jdk", detail)
        : Check.bad("jdk", detail, "install a JDK " + JDK + " and set JAVA_HOME to it");
  }

  private static Check memory() {
    long most = Runtime.getRuntime().maxMemory();
    String detail = "heap up to " + Figures.bytes(most) + ", " + Runtime.getRuntime().availableProcessors() + " processors";
    return most >= MEMORY ? Check.ok("memory", detail) : Check.warning("memory", detail, "give more with LEIBNIZ_JAVA_OPTS=-Xmx2g");
  }

  private Check home() {
    Path home = context.home();
    try {
      if (fix) {
        Files.createDirectories(home);
      }
    } catch (IOException e) {
      return Check.bad("home", home + ": " + e.getMessage(), "make the folder writable, or set LEIBNIZ_HOME");
    }
    if (!Files.exists(home)) {
      return Check.warning("home", home + " is not there yet", "it is made when it is needed; --fix makes it now");
    }
    return Files.isWritable(home)
        ? Check.ok("home", home.toString())
        : Check.bad("home", home + " cannot be written", "make the folder writable, or set LEIBNIZ_HOME");
  }

  private Check disk() {
    Path there = context.home();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    try {
      long free = Files.getFileStore(there == null ? context.folder() : there).getUsableSpace();
      String detail = Figures.bytes(free) + " free at " + there;
      return free >= DISK ? Check.ok("disk", detail) : Check.warning("disk", detail, "free some: runs and caches need room");
    } catch (IOException e) {
      return Check.warning("disk", "free space is not known: " + e.getMessage(), "look at it with df");
    }
  }

  private static Check fonts() {
    try {
      int families = GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length;
      return families > 0
          ? Check.ok("fonts", families + " families, for charts")
          : Check.warning("fonts", "none: charts would have no text", "install a font package, for instance fonts-dejavu-core and fontconfig");
    } catch (RuntimeException | LinkageError e) {
      return Check.warning("fonts", Printable.oneLine(e.toString()), "install fontconfig and a font, for instance fonts-dejavu-core");
    }
  }

  private List<Check> plugins() {
    List<InstalledPlugin> all = context.services().plugins().get().list();
    List<InstalledPlugin> broken =
        all.stream()
            .filter(plugin -> plugin.state() != InstalledPlugin.State.ACTIVE && plugin.state() != InstalledPlugin.State.DISABLED)
            .toList();
    if (broken.isEmpty()) {
      return List.of(Check.ok("plugins", all.size() + " installed"));
    }
    return broken.stream()
        .map(
            plugin ->
                Check.bad(
                    "plugin " + plugin.descriptor().id(),
                    Printable.oneLine(plugin.why()),
                    plugin.builtIn() ? "the distribution is damaged: build or unpack it again" : "leibniz plugins remove " + plugin.descriptor().id()))
        .toList();
  }

  /** Each executor runs one program; what it needs for that is made when it starts. */
  private List<Check> executors() {
    return context.services().plugins().get().ids(Kind.EXECUTOR).stream().map(this::executor).toList();
  }

  private Check executor(String id) {
    try (PluginLease lease = context.services().plugins().get().lease()) {
      ProgramExecutor executor =
          new Configured(context)
              .get(lease, Kind.EXECUTOR, id, ProgramExecutor.class, Configured.settings(context, "doctor", List.of("timeout=60s")));
      if (executor instanceof Preparable preparable && preparable.missing().isPresent()) {
        if (!fix) {
          return Check.warning(
              "executor " + id, "there is not yet " + preparable.missing().get(), "leibniz doctor --fix  fetches it; other executors need it not");
        }
        preparable.prepare();
      }
      Execution ran = executor.run("from sympy import Rational\nRational(1, 3) + Rational(1, 6)", 0);
      return ran.value().equals("1/2")
          ? Check.ok("executor " + id, Printable.oneLine(executor.version()))
          : Check.warning("executor " + id, Printable.clip(ran.status().id() + ": " + ran.display(), 200), "see: leibniz executors " + id + " --check");
    } catch (LeibnizException e) {
      return Check.warning("executor " + id, Printable.oneLine(e.getMessage()), "runs that use it will not start");
    }
  }

  /** Where models are computed; no engine is started for it. */
  private List<Check> devices() {
    List<Check> checks = new ArrayList<>();
    try (PluginLease lease = context.services().plugins().get().lease()) {
      for (String id : context.services().plugins().get().ids(Kind.MODEL)) {
        lease.get(Kind.MODEL, id, ModelBackend.class)
            .instance()
            .device()
            .ifPresent(
                device -> checks.add(Check.ok("model " + id, device.name() + ": " + Printable.oneLine(device.why()))));
      }
    } catch (LeibnizException e) {
      checks.add(Check.warning("models", Printable.oneLine(e.getMessage()),
          "runs that use the backend will not start"));
    }
    return checks;
  }

  private List<Check> workspace(Optional<String> asked) {
    Optional<Workspace> found = context.workspaces().find(asked);
    if (found.isEmpty()) {
      return List.of(Check.ok("workspace", "none here"));
    }
    Path state = found.get().state();
    try (RunStore store = context.services().stores().get().openExisting(state).orElse(null)) {
      String runs = store == null ? "no runs yet" : store.runs().size() + " runs";
      boolean writable = Files.isWritable(Files.exists(state) ? state : found.get().folder());
      return List.of(
          writable
              ? Check.ok("workspace", found.get().folder() + ", " + runs)
              : Check.bad("workspace", found.get().folder() + " cannot be written", "make the folder writable"));
    } catch (LeibnizException e) {
      return List.of(Check.bad("store", Printable.oneLine(e.getMessage()), "the message says what to do"));
    }
  }
}
