package org.leibniz.executor.cpython.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The command of a fork server, behind bubblewrap or, where a run trusts its programs, without. */
record Sandbox(Environment environment, Environment.Facts facts) {
  /** Of the system only what loads the interpreter's libraries. */
  private static final List<Path> LIBRARIES =
      List.of(Path.of("/usr/lib"), Path.of("/usr/lib64"), Path.of("/lib"), Path.of("/lib64"), Path.of("/etc/ld.so.cache"));

  /** Where programs see the environment, the same on every machine. */
  private static final Path INSIDE = Path.of("/python/environment");

  private static final Set<String> PROCESSORS = Set.of("amd64", "x86_64", "aarch64");

  List<String> command(boolean sandboxed, String program) {
    List<String> command = new ArrayList<>();
    if (sandboxed) {
      walls(command);
    }
    Environment seen = sandboxed ? new Environment(INSIDE) : environment;
    command.addAll(List.of(seen.interpreter().toString(), "-s", "-P", "-B", "-c", program));
    if (!facts.version().matches("CPython 3\\.1[1-9].*")) {
      command.remove("-P");
    }
    return command;
  }

  private void walls(List<String> command) {
    if (!System.getProperty("os.name").equals("Linux") || !PROCESSORS.contains(System.getProperty("os.arch"))) {
      throw Environment.failed("its sandbox needs Linux on x86-64 or ARM; " + trusting());
    }
    Path bubblewrap =
        Environment.onPath("bwrap")
            .orElseThrow(() -> Environment.failed("there is no bubblewrap (bwrap) on this machine; install it, or " + trusting()));
    command.add(bubblewrap.toString());
    command.addAll(List.of("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"));
    command.addAll(List.of("--cap-drop", "ALL"));
    if (root()) {
      // Only to become nobody, which takes these away too.
      command.addAll(List.of("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"));
    } else {
      command.add("--unshare-user");
    }
    command.addAll(List.of("--new-session", "--die-with-parent", "--hostname", "leibniz"));
    for (Path path : LIBRARIES) {
      if (Files.exists(path)) {
        bind(command, path, path);
      }
    }
    bind(command, environment.folder(), INSIDE);
    facts.folders().stream().filter(path -> LIBRARIES.stream().noneMatch(path::startsWith)).forEach(path -> bind(command, path, path));
    command.addAll(List.of("--perms", "0755", "--dir", "/tmp", "--proc", "/proc", "--perms", "0755", "--dir", "/dev"));
    for (String device : List.of("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")) {
      command.addAll(List.of("--dev-bind", device, device));
    }
    command.addAll(List.of("--remount-ro", "/", "--chdir", "/"));
  }

  private static void bind(List<String> command, Path path, Path inside) {
    // Folders that bubblewrap makes on the way would be closed to the one who is nobody.
    for (int i = 1; i < inside.getNameCount(); i++) {
      command.addAll(List.of("--perms", "0755", "--dir", "/" + inside.subpath(0, i)));
    }
    command.addAll(List.of("--ro-bind", path.toString(), inside.toString()));
  }

  private static boolean root() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static String trusting() {
    return "say  sandbox: " + Settings.TRUSTING + "  in the run file to run programs with all that you may do yourself";
  }
}
