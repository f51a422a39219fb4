package org.leibniz.trainer.sft.internal;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.leibniz.api.Config;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.api.trainer.Trainer;
import org.leibniz.api.trainer.TrainingEnd;
import org.leibniz.api.trainer.TrainingListener;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Supervised fine-tuning of all parameters of a Llama model, or of a new one. */
@Component(scope = ServiceScope.PROTOTYPE, service = Trainer.class, property = Plugin.ID + "=sft")
public final class SftTrainer implements Trainer {
  private Settings settings;

  @Override
  public void configure(Config config) {
    settings = Settings.of(config);
  }

  /** Gradients are a switch of the thread in PyTorch, so that the training has one of its own. */
  @Override
  public TrainingEnd train(Path folder, TrainingListener listener) {
    CompletableFuture<TrainingEnd> end = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .name("leibniz-training")
            .start(
                () -> {
                  try {
                    end.complete(new Training(settings, folder, listener).run());
                  } catch (Throwable e) {
                    end.completeExceptionally(e);
                  }
                });
    try {
      return end.get();
    } catch (InterruptedException e) {
      thread.interrupt();
      awaitEnd(thread);
      Thread.currentThread().interrupt();
      throw new LeibnizException(ErrorCode.CANCELLED, "the training was cancelled", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LeibnizException known) {
        throw new LeibnizException(known.code(), known.getMessage(), known);
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      String reason = String.valueOf(e.getCause().getMessage()).lines().findFirst().orElse("");
      throw new LeibnizException(ErrorCode.PLUGIN_FAILED, "the training failed: " + reason, e);
    }
  }

  /** It writes a checkpoint before it ends, which must not be cut short. */
  private static void awaitEnd(Thread thread) {
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        // Asked again: it is ending already.
      }
    }
  }
}
