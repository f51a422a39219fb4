package org.leibniz.cli.internal.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leibniz.api.LeibnizException;
import org.leibniz.engine.RunPlan;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStatus;
import org.leibniz.store.RunStore;

/**
 * Which runs of a batch have finished, in a small file beside the store while the batch is unfinished, so that a grid or a
 * workspace goes on as one after Ctrl-C or {@code kill -9}: finished runs are not made again. Used by one thread.
 */
final class BatchRecord {
  private final Path file;
  private final Map<String, String> runs = new HashMap<>();

  private BatchRecord(Path file) {
    this.file = file;
  }

  /**
   * The record of the batch of these plans.
   *
   * @param fresh forgets what an earlier call finished
   */
  static BatchRecord of(Path state, List<RunPlan> plans, boolean fresh) {
    BatchRecord batch = new BatchRecord(state.resolve("batches").resolve(key(plans)));
    try {
      if (fresh) {
        Files.deleteIfExists(batch.file);
      } else if (Files.exists(batch.file)) {
        for (String line : Files.readAllLines(batch.file)) {
          String[] words = line.split(" ");
          if (words.length == 2) {
            batch.runs.put(words[0], words[1]);
          }
        }
      }
    } catch (IOException e) {
      throw cannotWrite(batch.file, e);
    }
    return batch;
  }

  /** The finished run of a plan, if an earlier call made it and it is still there. */
  Optional<RunRow> finished(RunPlan plan, RunStore store) {
    String id = runs.get(plan.key());
    return id == null
        ? Optional.empty()
        : store.runs().stream().filter(run -> run.id().equals(id) && run.status() == RunStatus.FINISHED).findFirst();
  }

  void add(RunPlan plan, RunRow run) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(
          file, plan.key() + " " + run.id() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  /** Forgets the batch, which is whole: the same command starts anew. */
  void complete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  private static LeibnizException cannotWrite(Path file, IOException e) {
    return LeibnizException.badInput(file, 0, "", "cannot be read or written: " + e.getMessage());
  }

  private static String key(List<RunPlan> plans) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      plans.forEach(plan -> digest.update(plan.key().getBytes(StandardCharsets.US_ASCII)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
