package org.leibniz.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.Config;
import org.leibniz.api.trainer.Trainer;
import org.leibniz.api.trainer.TrainingEnd;
import org.leibniz.api.trainer.TrainingListener;
import org.leibniz.api.trainer.TrainingPlan;
import org.leibniz.api.trainer.TrainingStep;

/** What every trainer must keep. Extend it and say how yours is made. */
public abstract class TrainerContract {
  @TempDir Path folder;

  /** A new, unconfigured trainer. */
  protected abstract Trainer create();

  /** Settings of a training of {@link #STEPS} steps; paths lie in {@code workplace}, which is empty. */
  protected abstract Config config(Path workplace) throws IOException;

  /** Steps of the training that is tried. */
  protected static final long STEPS = 6;

  /** Keeps what it hears and ends after some steps of one call. */
  private static final class Listener implements TrainingListener {
    private final List<TrainingPlan> plans = new ArrayList<>();
    private final List<TrainingStep> steps = new ArrayList<>();
    private final List<Path> saved = new ArrayList<>();
    private final int most;

    Listener(int most) {
      this.most = most;
    }

    @Override
    public void started(TrainingPlan plan) {
      assertThat(steps).isEmpty();
      plans.add(plan);
    }

    @Override
    public void stepped(TrainingStep step) {
      steps.add(step);
    }

    @Override
    public void saved(long step, Path checkpoint) {
      assertThat(checkpoint).isDirectory();
      saved.add(checkpoint);
    }

    @Override
    public boolean goesOn() {
      return steps.size() < most;
    }
  }

  private TrainingEnd train(String name, Listener listener) throws IOException {
    Path workplace = Files.createDirectories(folder.resolve("workplace"));
    try (Trainer trainer = create()) {
      trainer.configure(config(workplace));
      return trainer.train(Files.createDirectories(folder.resolve(name)), listener);
    }
  }

  @Test
  void tellsThePlanAndEveryStepInOrder() throws IOException {
    Listener listener = new Listener(Integer.MAX_VALUE);
    TrainingEnd end = train("one", listener);
    assertThat(end.finished()).isTrue();
    assertThat(end.step()).isEqualTo(STEPS);
    assertThat(listener.plans).singleElement().satisfies(plan -> assertThat(plan.steps()).isEqualTo(STEPS));
    assertThat(listener.steps).extracting(TrainingStep::number).isEqualTo(LongStream.rangeClosed(1, STEPS).boxed().toList());
    assertThat(listener.steps).allSatisfy(step -> assertThat(step.loss()).isFinite());
    assertThat(listener.saved).contains(end.checkpoint());
  }

  @Test
  void keepsOneLineAStepInTheCurve() throws IOException {
    train("one", new Listener(2));
    train("one", new Listener(Integer.MAX_VALUE));
    List<Long> numbers = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("one/curve.jsonl"))) {
      JsonNode node = new ObjectMapper().readTree(line);
      assertThat(node.path("loss").isNumber()).isTrue();
      numbers.add(node.path("step").asLong());
    }
    assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, STEPS).boxed().toList());
  }

  @Test
  void aTrainingThatWasStoppedEndsAsOneThatWasNot() throws IOException {
    TrainingEnd whole = train("whole", new Listener(Integer.MAX_VALUE));
    TrainingEnd part = train("parts", new Listener(2));
    assertThat(part.finished()).isFalse();
    assertThat(part.step()).isEqualTo(2);
    Listener second = new Listener(Integer.MAX_VALUE);
    TrainingEnd end = train("parts", second);
    assertThat(second.plans.getFirst().firstStep()).isEqualTo(2);
    assertThat(contents(end.checkpoint())).isEqualTo(contents(whole.checkpoint()));
  }

  @Test
  void aFinishedTrainingTakesNoFurtherStep() throws IOException {
    TrainingEnd first = train("one", new Listener(Integer.MAX_VALUE));
    Listener again = new Listener(Integer.MAX_VALUE);
    assertThat(train("one", again)).isEqualTo(first);
    assertThat(again.steps).isEmpty();
  }

  private static Map<String, List<Byte>> contents(Path checkpoint) throws IOException {
    Map<String, List<Byte>> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(checkpoint)) {
      for (Path file : files.toList()) {
        List<Byte> bytes = new ArrayList<>();
        for (byte value : Files.readAllBytes(file)) {
          bytes.add(value);
        }
        contents.put(file.getFileName().toString(), bytes);
      }
    }
    return contents;
  }
}
