package org.leibniz.cli.internal.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.model.ModelBackend;
import org.leibniz.api.model.ModelFiles;
import org.leibniz.api.plugin.Kind;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.ReadOptions;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.model.InstalledModels;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.plugins.PluginLease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a checkpoint into a workspace. */
@Command(
    name = "add",
    description = {
      "Copies, links or downloads a checkpoint into models/ID/ of the workspace, or of the user's home where there is no"
          + " workspace, and checks it before it is kept.",
      "",
      "It is a .gguf file, or a folder in Hugging Face's form; the address of a folder is what the names of its files can be put"
          + " after. A download that was cut off is gone on with by the same command. SHA256SUMS lists each file's SHA-256;"
          + " --sha256 is that of the one .gguf file, or of SHA256SUMS for a folder."
    },
    footer = {
      "leibniz models add mathcoder-7b ~/checkpoints/MathCoder-L-7B --link",
      "leibniz models add smollm2 https://example.org/SmolLM2-135M-Instruct.Q4_1.gguf --sha256 2a44…",
      "leibniz models add qwen2.5-math https://example.org/Qwen2.5-Math-1.5B-Instruct/"
    })
public final class AddModelCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "ID", description = "Name of the model here.")
  String id;

  @Parameters(
      index = "1",
      paramLabel = "PATH|URL",
      description = "A .gguf file, a folder, or an http(s) address of one of them.")
  String from;

  @Option(names = "--sha256", paramLabel = "HEX", description = "Refuse anything with another SHA-256.")
  Optional<String> sha256 = Optional.empty();

  @Option(names = "--max", paramLabel = "SIZE", defaultValue = "200GiB", description = "Largest size of one file.")
  String max;

  @Option(names = "--link", description = "Link to PATH instead of copying it.")
  boolean link;

  @Option(names = "--replace", description = "Replace what is there under the same id.")
  boolean replace;

  @Mixin ReadOptions options;

  private final Context context;

  public AddModelCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,100}")) {
      throw LeibnizException.usage("'" + id + "': expected an id of letters, digits, dots, dashes and underscores");
    }
    boolean remote = Download.isAddress(from);
    if (link && remote) {
      throw LeibnizException.usage("--link: expected a path, found an address");
    }
    Path target = new InstalledModels(context).folder(options.workspace()).resolve(id);
    if (Files.exists(target) && !replace) {
      throw LeibnizException.usage(target + " is there already; give --replace or another id");
    }
    try (Staging staging = Staging.beside(target)) {
      Path staged = staging.path(id);
      if (remote) {
        Files.move(downloaded(target.resolveSibling(".incoming").resolve(id)), staged);
      } else {
        local(staged);
      }
      Path checkpoint =
          InstalledModels.checkpoint(staged)
              .orElseThrow(
                  () ->
                      LeibnizException.badInput(
                          from + ": is no checkpoint; expected a folder with config.json, or one .gguf file"));
      ModelFiles files = inspect(checkpoint, staged);
      String digest = checked(staged);
      staging.keep(staged, target);
      report(files, target.resolve(staged.relativize(checkpoint)).normalize(), digest);
    } catch (NoSuchFileException e) {
      throw LeibnizException.badInput(Path.of(from), 0, "", "no such file or folder");
    } catch (IOException e) {
      throw LeibnizException.badInput(
          remote ? from + ": cannot be fetched: " + reason(e) : target + ": cannot be written: " + reason(e));
    }
    return ExitStatus.DONE;
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** Fetches into a folder that stays until all has come; what lies there from another address is removed. */
  private Path downloaded(Path folder) throws IOException {
    Path source = folder.resolveSibling(id + ".source");
    if (Files.isDirectory(folder) && !(Files.exists(source) && Files.readString(source).equals(from))) {
      Trees.delete(folder);
    }
    Files.createDirectories(folder);
    Files.writeString(source, from);
    new CheckpointDownload(Download.address(from), context.console(), most()).into(folder);
    Files.delete(source);
    return folder;
  }

  private long most() {
    return Config.of(Map.of("--max", max)).bytes("--max", 0);
  }

  private void local(Path staged) throws IOException {
    Path source = context.path(from).toAbsolutePath().normalize();
    if (!Files.exists(source)) {
      throw new NoSuchFileException(from);
    }
    boolean folder = Files.isDirectory(source);
    Path place = folder ? staged : staged.resolve(source.getFileName());
    if (!folder) {
      Files.createDirectories(staged);
    }
    if (link) {
      Files.createSymbolicLink(place, source);
    } else {
      Staging.copy(source, place, new Transfer(context.console(), from, most()));
    }
  }

  /** Messages name what the user named, not the staging folder. */
  private ModelFiles inspect(Path checkpoint, Path staged) {
    try (PluginLease lease = context.services().plugins().get().lease()) {
      String backend = new InstalledModels(context).backend();
      return lease.get(Kind.MODEL, backend, ModelBackend.class)
          .instance()
          .inspect(Config.of(Map.of("path", checkpoint.toString())))
          .orElseThrow(() -> LeibnizException.usage("the backend " + backend + " tells nothing of checkpoints"));
    } catch (LeibnizException e) {
      throw new LeibnizException(e.code(), e.getMessage().replace(staged.toString(), from), e.getCause());
    }
  }

  /** Writes the list of digests, except where the files are only linked to. */
  private String checked(Path staged) throws IOException {
    FileDigests digests = FileDigests.of(staged);
    String found = digests.digest();
    String expected = sha256.orElse(found).toLowerCase(Locale.ROOT);
    if (!expected.equals(found)) {
      throw LeibnizException.badInput(from + ": has SHA-256 " + found + "; expected " + expected);
    }
    if (!Files.isSymbolicLink(staged)) {
      Files.writeString(staged.resolve(FileDigests.LIST), digests.list());
    }
    return found;
  }

  private void report(ModelFiles files, Path path, String digest) {
    Console console = context.console();
    if (options.json()) {
      ObjectNode node = Json.object().put("id", id).put("family", files.family()).put("parameters", files.parameters());
      node.put("bytes", files.bytes()).put("context", files.context()).put("dtype", files.dtype())
          .put("licence", files.licence());
      Json.print(console, node.put("path", path.toString()).put("sha256", digest));
      return;
    }
    console.line(
        "added " + id + ": " + files.family() + ", " + Figures.count(files.parameters()) + " parameters, "
            + Figures.bytes(files.bytes())
            + " in " + files.dtype() + ", licence " + (files.licence().isEmpty() ? "not stated" : files.licence()));
    console.line("sha256  " + digest);
    console.line("try:    leibniz generate --model " + id + " --prompt 'The capital of France is' --max-tokens 16");
    console.line("in a run file:  model: {id: " + new InstalledModels(context).backend() + ", path: " + path + "}");
  }
}
