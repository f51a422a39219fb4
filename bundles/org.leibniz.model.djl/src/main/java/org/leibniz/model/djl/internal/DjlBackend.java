package org.leibniz.model.djl.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.model.Device;
import org.leibniz.api.model.Model;
import org.leibniz.api.model.ModelBackend;
import org.leibniz.api.model.ModelFiles;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.checkpoint.Architecture;
import org.leibniz.checkpoint.Checkpoint;
import org.leibniz.checkpoint.Rotary;
import org.leibniz.torch.Torch;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Opens checkpoints of the Llama family. */
@Component(scope = ServiceScope.PROTOTYPE, service = ModelBackend.class, property = Plugin.ID + "=djl")
public final class DjlBackend implements ModelBackend {
  private static final int DEFAULT_BATCH = 32;
  private static final int BEYOND = 8;

  @Override
  public Model open(Config config) {
    Path path = config.path("path").orElseThrow(() -> config.wrong("path", "is missing; name the checkpoint"));
    Checkpoint checkpoint = Checkpoint.open(path);
    Architecture model = checkpoint.architecture();
    int context = context(config, model);
    int batch = (int) config.integer("batch", DEFAULT_BATCH);
    Numbers numbers = Numbers.from(config);
    MemoryBudget.check(config, model, checkpoint.weights().parameters(), batch, context, numbers);
    Torch.start((int) config.integer("threads", Runtime.getRuntime().availableProcessors()));
    Placement placement = Placement.from(config, Torch.gpus());
    Map<String, String> traits = new HashMap<>(Map.of("origin", "live", "context", String.valueOf(context), "parameters", String.valueOf(checkpoint.weights().parameters())));
    traits.put("chat", String.valueOf(checkpoint.chatTemplate().isPresent()));
    traits.put("device", placement.target().name().toLowerCase(java.util.Locale.ROOT));
    traits.put("dtype", numbers.name().toLowerCase(java.util.Locale.ROOT));
    config.text("dialect").ifPresent(dialect -> traits.put("dialect", dialect));
    ModelInfo info = new ModelInfo(config.text("name", String.valueOf(path.getFileName())), digest(path, numbers),
        traits);
    Batcher batcher = new Batcher(new Network(checkpoint, placement), new Angles(model.rotary()), batch);
    return new DjlModel(info, checkpoint, batcher, context);
  }

  @Override
  public Optional<ModelFiles> inspect(Config config) {
    Path path = config.path("path").orElseThrow(() -> config.wrong("path", "is missing; name the checkpoint"));
    return Optional.of(new Inspection(Checkpoint.open(path)).files());
  }

  @Override
  public Optional<Device> device() {
    return Optional.of(new Processor(Path.of("/"), System::getenv).device());
  }

  /**
   * Files with linear or dynamic scaling keep the number of positions of pre-training, which the scaling is there to exceed:
   * how far is for the user to judge, so that the limit is only one of memory.
   */
  private static int context(Config config, Architecture model) {
    boolean exceeds = model.rotary().scaling() instanceof Rotary.Linear || model.rotary().scaling() instanceof Rotary.Dynamic;
    long most = exceeds ? BEYOND * (long) model.positions() : model.positions();
    long context = config.integer("context", most);
    if (context > most) {
      throw config.wrong("context", "is " + context + "; the checkpoint allows at most " + most);
    }
    return Math.toIntExact(context);
  }

  /** Of names and bytes of all files and of the numbers' type, since each of them decides replies. */
  private static String digest(Path path, Numbers numbers) {
    try (Stream<Path> files = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 20];
      List<Path> ordered = files.filter(Files::isRegularFile).sorted().toList();
      for (Path file : ordered) {
        digest.update(file.getFileName().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        try (var in = Files.newInputStream(file)) {
          for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
          }
        }
      }
      if (numbers != Numbers.FLOAT32) {
        digest.update(numbers.name().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw LeibnizException.badInput(path, 0, "", "cannot be read: " + e.getMessage());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
