package org.leibniz.trainer.sft.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.trainer.TrainingEnd;
import org.leibniz.api.trainer.TrainingListener;
import org.leibniz.api.trainer.TrainingPlan;
import org.leibniz.api.trainer.TrainingStep;
import org.leibniz.checkpoint.write.CheckpointWriter;
import org.leibniz.torch.Torch;
import org.leibniz.trainer.sft.internal.data.Batch;
import org.leibniz.trainer.sft.internal.data.Corpus;
import org.leibniz.trainer.sft.internal.data.Mixture;
import org.leibniz.trainer.sft.internal.data.Packer;
import org.leibniz.trainer.sft.internal.data.Phase;
import org.leibniz.trainer.sft.internal.network.Parameters;
import org.leibniz.trainer.sft.internal.network.TrainedNetwork;

/** One call of the trainer: reads the data, goes to where the newest checkpoint is, and takes step after step. */
final class Training {
  private final Settings settings;
  private final Path folder;
  private final TrainingListener listener;

  Training(Settings settings, Path folder, TrainingListener listener) {
    this.settings = settings;
    this.folder = folder;
    this.listener = listener;
  }

  TrainingEnd run() {
    String identity = digest(settings.written() + "\n" + Corpus.digest(settings.data()));
    Path tokenizer = folder.resolve("tokenizer-" + identity.substring(0, 12) + ".json");
    Beginning beginning = Beginning.of(settings, tokenizer);
    Checkpoints checkpoints = new Checkpoints(folder, identity, beginning, settings.keep());
    Corpus corpus =
        Corpus.read(
            settings.data(),
            new Corpus.Encoding(beginning.tokenizer(), beginning.end().id(), settings.context(), settings.lossOnExecution()));
    Mixture mixture = new Mixture(corpus, settings.mixture(), settings.seed());
    checkForms(mixture);
    Packer packer = new Packer(mixture, settings.mixture(), settings.rows(), settings.context(), settings.steps());
    Progress before =
        checkpoints.newest().orElseGet(() -> new Progress(0, beginning.parameters(settings.seed()), mixture.position()));
    packer.restore(before.position(), before.step());
    long parameters = beginning.architecture().tensors().values().stream().mapToLong(shape -> shape.elements()).sum();
    listener.started(
        new TrainingPlan(
            parameters,
            beginning.architecture().vocabulary(),
            corpus.examples().size(),
            corpus.tokens(),
            corpus.skipped(),
            before.step(),
            settings.steps()));
    Torch.start(settings.threads());
    try (TrainedNetwork network =
            new TrainedNetwork(beginning.architecture(), before.parameters(), settings.optimiser(), settings.precision(), settings.context());
        Curve curve = Curve.after(before.step(), folder.resolve("curve.jsonl"))) {
      return steps(new Work(network, packer, mixture, checkpoints, curve, tokenizer, beginning), before.step());
    }
  }

  /** What steps are taken with. */
  private record Work(
      TrainedNetwork network, Packer packer, Mixture mixture, Checkpoints checkpoints, Curve curve, Path tokenizer, Beginning beginning) {}

  private TrainingEnd steps(Work work, long taken) {
    long saved = Files.exists(work.checkpoints.path(taken)) ? taken : -1;
    long step = taken;
    while (step < settings.steps() && listener.goesOn() && !Thread.currentThread().isInterrupted()) {
      step++;
      TrainingStep done = take(work, step);
      work.curve.add(done);
      listener.stepped(done);
      if (step % settings.checkpointEvery() == 0) {
        save(work, step);
        saved = step;
      }
    }
    if (saved != step) {
      save(work, step);
    }
    boolean finished = step >= settings.steps();
    if (finished) {
      export(work);
    }
    return new TrainingEnd(finished, step, work.checkpoints.path(step));
  }

  private TrainingStep take(Work work, long number) {
    long begin = System.nanoTime();
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < settings.accumulation(); i++) {
      batches.add(work.packer.next(number));
    }
    long targets = batches.stream().mapToLong(batch -> batch.targets().length).sum();
    double loss = 0;
    for (Batch batch : batches) {
      loss += work.network.accumulate(batch, targets);
    }
    double rate = settings.schedule().at(number);
    double norm = work.network.update(rate);
    if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
      throw new LeibnizException(
          ErrorCode.MODEL_FAILED,
          "step " + number + ": the loss is " + loss + " and the gradient's norm " + norm
              + "; the training diverged, lower learningRate");
    }
    long tokens = batches.stream().mapToLong(Batch::used).sum();
    return new TrainingStep(number, loss, rate, norm, tokens, targets, (System.nanoTime() - begin) / 1e6);
  }

  private void save(Work work, long step) {
    work.curve.flush();
    Path checkpoint = work.checkpoints.write(new Progress(step, work.network.parameters(), work.mixture.position()), work.tokenizer);
    listener.saved(step, checkpoint);
  }

  private void export(Work work) {
    if (settings.export().isEmpty()) {
      return;
    }
    Path target = settings.export().get();
    try {
      Files.createDirectories(target);
      Parameters parameters = work.network.parameters();
      CheckpointWriter.write(
          target, work.beginning.architecture(), parameters.tensors(), settings.exportFormat(), work.tokenizer, work.beginning.end());
    } catch (IOException e) {
      throw new LeibnizException(ErrorCode.STORE, "the model cannot be written to " + target + ": " + e.getMessage(), e);
    }
  }

  private void checkForms(Mixture mixture) {
    for (Phase phase : settings.mixture()) {
      phase.shares().forEach(
          (form, share) -> {
            if (share > 0 && !mixture.has(form)) {
              throw settings.phases().wrong("mixture", "asks for the form '" + form + "', which no example has");
            }
          });
    }
  }

  private static String digest(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
