package org.leibniz.cli.internal.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.leibniz.api.LeibnizException;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings in the published files that a workspace's run files read. */
@Command(
    name = "fetch",
    description = {
      "Downloads the files listed in a workspace's sources.yaml from their publishers, checks their SHA-256, and puts them where"
          + " the run files look. What is there already is left alone, so the same command goes on where it stopped.",
      "",
      "Files go to FOLDER, by default corpora/ in the workspace; set LEIBNIZ_CORPORA to it before running."
    },
    footer = {
      "leibniz fetch sample-workspaces/published",
      "leibniz fetch sample-workspaces/published --only mathcoder-l-7b-gsm8k-20230916-1751 --only gsm8k",
      "leibniz fetch sample-workspaces/published --mirror http://127.0.0.1:8000 --to /data/corpora"
    })
public final class FetchCommand implements Callable<Integer> {
  private static final String GITHUB = "https://raw.githubusercontent.com";
  private static final long MOST_BYTES = 1L << 30;

  @Parameters(index = "0", paramLabel = "WORKSPACE", description = "The workspace whose sources.yaml is read.")
  String workspace;

  @Option(names = "--to", paramLabel = "FOLDER", description = "Where the files go; corpora/ in the workspace by default.")
  Optional<String> to = Optional.empty();

  @Option(names = "--only", paramLabel = "NAME", description = "Fetch this one of the list. Repeatable.")
  List<String> only = new ArrayList<>();

  @Option(names = "--mirror", paramLabel = "URL", defaultValue = GITHUB, description = "Serves OWNER/REPOSITORY/COMMIT/PATH below it.")
  String mirror;

  private final Context context;

  public FetchCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Workspace opened = Workspace.open(context.path(workspace));
    Path folder = to.map(context::path).orElse(opened.folder().resolve("corpora"));
    int skipped = 0;
    for (SourceList.Entry entry : chosen(SourceList.read(opened.folder().resolve(SourceList.FILE)))) {
      Path target = folder.resolve(entry.to());
      if (Files.exists(target)) {
        context.console().say(entry.name() + ": is there");
      } else if (!entry.isWhole()) {
        context.console().say(entry.name() + ": is a folder of many files; get it from " + entry.from().getFirst());
        skipped++;
      } else {
        fetch(entry, target);
        context.console().say(entry.name() + ": fetched to " + target);
      }
    }
    context.console().out().println("export LEIBNIZ_CORPORA='" + folder + "'");
    return skipped > 0 ? ExitStatus.FAILURES : ExitStatus.DONE;
  }

  private List<SourceList.Entry> chosen(SourceList list) {
    for (String name : only) {
      if (list.entries().stream().noneMatch(entry -> entry.name().equals(name))) {
        throw LeibnizException.usage("--only " + name + ": " + SourceList.FILE + " lists no such name");
      }
    }
    return list.entries().stream().filter(entry -> only.isEmpty() || only.contains(entry.name())).toList();
  }

  private void fetch(SourceList.Entry entry, Path target) {
    try (Staging staging = Staging.beside(target)) {
      Path whole = staging.path("whole");
      Files.createFile(whole);
      for (String address : entry.from()) {
        Path part = staging.path("part");
        new Download(SourceList.url(address, mirror), new Transfer(context.console(), entry.name(), MOST_BYTES)).to(part);
        try (OutputStream out = Files.newOutputStream(whole, StandardOpenOption.APPEND)) {
          Files.copy(part, out);
        }
      }
      check(entry, whole);
      staging.keep(target.toString().endsWith(".gz") ? packed(whole, staging.path("packed")) : whole, target);
    } catch (IOException e) {
      throw LeibnizException.badInput(target, 0, "", "cannot be written: " + e.getMessage());
    }
  }

  /** A file put together of several may have its lines in another order; then their sorted digest decides. */
  private static void check(SourceList.Entry entry, Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    String found = HexFormat.of().formatHex(digest.digest());
    boolean whole = entry.sha256().isEmpty() || entry.sha256().get().equals(found);
    boolean lines = !whole && entry.sorted().isPresent() && entry.sorted().get().equals(sortedDigest(file));
    if (!whole && !lines) {
      throw LeibnizException.badInput(entry.name() + ": has SHA-256 " + found + "; expected " + entry.sha256().get());
    }
  }

  private static String sortedDigest(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      lines.sorted().forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path packed(Path file, Path packed) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed), 1 << 16)) {
      Files.copy(file, out);
    }
    return packed;
  }
}
