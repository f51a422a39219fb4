package org.leibniz.cli.internal.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.plugin.Kind;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.ReadOptions;
import org.leibniz.cli.internal.plugin.Configured;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a dataset into a workspace. */
@Command(
    name = "add",
    description = {
      "Copies or downloads a dataset into datasets/ID/ of the workspace, prints its SHA-256, and reads every row before it is"
          + " kept: nothing is half imported.",
      "",
      "A folder's SHA-256 is over the names and contents of its files in order of name."
    },
    footer = {
      "leibniz datasets add gsm8k ~/Downloads/test.jsonl",
      "leibniz datasets add math ~/MATH/test",
      "leibniz datasets add svamp https://example.org/SVAMP.json --sha256 5a24…"
    })
public final class AddDatasetCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "ID", description = "Dataset source that reads it; see leibniz datasets --ids.")
  String id;

  @Parameters(index = "1", paramLabel = "PATH|URL", description = "A file, a folder, or an http(s) address.")
  String from;

  @Option(names = "--sha256", paramLabel = "HEX", description = "Refuse anything with another SHA-256.")
  Optional<String> sha256 = Optional.empty();

  @Option(names = "--as", paramLabel = "NAME", description = "Name in datasets/ID/; the file's own by default.")
  Optional<String> as = Optional.empty();

  @Option(names = "--max", paramLabel = "SIZE", defaultValue = "2GiB", description = "Largest size accepted.")
  String max;

  @Option(names = "--option", paramLabel = "KEY=VALUE", description = "A setting of the source. Repeatable.")
  List<String> settings = new ArrayList<>();

  @Option(names = "--replace", description = "Replace what is there under the same name.")
  boolean replace;

  @Mixin ReadOptions options;

  private final Context context;

  public AddDatasetCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    context.services().plugins().get().descriptor(Kind.DATASET, id);
    long most = Config.of(Map.of("--max", max)).bytes("--max", 0);
    Workspace workspace = context.workspaces().forReading(options.workspace());
    Path target = workspace.folder().resolve("datasets").resolve(id).resolve(name());
    if (Files.exists(target) && !replace) {
      throw LeibnizException.usage(target + " is there already; give --replace or --as NAME");
    }
    try (Staging staging = Staging.beside(target)) {
      Path staged = staging.path(target.getFileName().toString());
      Transfer transfer = new Transfer(context.console(), from, most);
      fetch(staged, transfer);
      String digest = HexFormat.of().formatHex(transfer.digest());
      checkDigest(digest);
      OpenedDataset opened = open(staged);
      staging.keep(staged, target);
      report(opened, target, digest, transfer.bytes());
    } catch (NoSuchFileException e) {
      throw LeibnizException.badInput(Path.of(from), 0, "", "no such file or folder");
    } catch (IOException e) {
      throw LeibnizException.badInput(target, 0, "", "cannot be written: " + e);
    }
    return ExitStatus.DONE;
  }

  private String name() {
    String name = as.orElseGet(() -> Download.isAddress(from) ? Download.fileName(Download.address(from)) : String.valueOf(context.path(from).getFileName()));
    if (!name.matches("[^/\\\\\\x00-\\x1f.][^/\\\\\\x00-\\x1f]{0,200}")) {
      throw LeibnizException.usage("'" + name + "': expected a file name without slashes that does not start with a dot");
    }
    return name;
  }

  private void fetch(Path staged, Transfer transfer) throws IOException {
    if (Download.isAddress(from)) {
      new Download(Download.address(from), transfer).to(staged);
    } else {
      Staging.copy(context.path(from), staged, transfer);
    }
  }

  private void checkDigest(String digest) {
    String expected = sha256.orElse(digest).toLowerCase(Locale.ROOT);
    if (!expected.equals(digest)) {
      throw LeibnizException.badInput(from + ": has SHA-256 " + digest + "; expected " + expected);
    }
  }

  /** Messages name what the user named, not the staging folder. */
  private OpenedDataset open(Path staged) {
    Map<String, Object> values = new LinkedHashMap<>(Configured.settings(context, "--option", settings).values());
    values.put("path", staged.toString());
    try {
      return OpenedDataset.open(context, id, new Config(values, new Config.Origin("", field -> "--option")));
    } catch (LeibnizException e) {
      throw new LeibnizException(e.code(), e.getMessage().replace(staged.toString(), from), e.getCause());
    }
  }

  private void report(OpenedDataset opened, Path target, String digest, long bytes) {
    Console console = context.console();
    if (options.json()) {
      Json.print(console, opened.json().put("path", target.toString()).put("sha256", digest));
      return;
    }
    console.line(
        "added " + id + " " + opened.dataset().split() + ": " + Figures.count(opened.dataset().problems().size())
            + " problems, " + Figures.bytes(bytes));
    console.line("sha256  " + digest);
    console.line("in a run file:  dataset: {id: " + id + ", path: ../datasets/" + id + "/" + target.getFileName() + "}");
  }
}
