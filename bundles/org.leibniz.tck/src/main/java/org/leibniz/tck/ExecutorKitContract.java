package org.leibniz.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.leibniz.api.Config;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.executor.kit.Examination;
import org.leibniz.executor.kit.KitProgram;
import org.leibniz.executor.kit.Kit;
import org.leibniz.executor.kit.Mark;

/**
 * The whole kit of programs on an executor of Python programs: ordinary ones give what IPython gives, hostile ones harm nobody
 * and leave nothing. Extend it and say how yours is made and how it is stopped for good.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ExecutorKitContract {
  private static final long MEBIBYTE = 1 << 20;
  private static final long SMALL = 32 * MEBIBYTE;
  private static final int ROUNDS = 1;
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  /** A new, unconfigured executor; those of one class may share workers. */
  protected abstract ProgramExecutor create();

  /** Ends all workers, as the end of the platform does. */
  protected abstract void stop();

  /** Topics and names of ordinary programs that cannot pass, as in {@code errors: division by zero}. */
  protected Set<String> known() {
    return Set.of();
  }

  /** The hostile programs to run. Where each kill costs a whole interpreter it may be a part of them by default. */
  protected List<KitProgram> hostilePrograms() {
    return Kit.hostile();
  }

  @Test
  void ordinaryProgramsGiveWhatIPythonGives() {
    List<Mark> marks;
    try (ProgramExecutor executor = create()) {
      executor.configure(Config.of(Examination.ORDINARY_LIMITS));
      executor.run("1", 0);
      marks = new Examination(mark -> {}).ordinary(executor);
    }
    assertThat(marks).hasSameSizeAs(Kit.ordinary());
    List<Mark> wrong = marks.stream().filter(mark -> !mark.passed()).toList();
    assertThat(wrong.stream().map(mark -> mark.program().toString()))
        .as(wrong.toString())
        .containsExactlyInAnyOrderElementsOf(known());
  }

  @Test
  void hostileProgramsHarmNobodyAndLeaveNothing() throws InterruptedException {
    Set<Long> before = descendants();
    Set<Thread> threads = Thread.getAllStackTraces().keySet();
    List<Mark> marks;
    try (ProgramExecutor executor = create()) {
      executor.configure(Config.of(Examination.HOSTILE_LIMITS));
      executor.run("1", 0);
      marks = new Examination(mark -> {}).hostile(executor, hostilePrograms());
    }
    stop();
    assertThat(marks).hasSameSizeAs(hostilePrograms());
    assertThat(marks.stream().filter(mark -> !mark.passed())).isEmpty();
    assertThat(leftAfterAMoment(before)).as("processes left").isEmpty();
    List<Thread> left = new ArrayList<>(Thread.getAllStackTraces().keySet());
    left.removeAll(threads);
    left.removeIf(thread -> !thread.getName().matches(".*(graalpy|cpython|executor).*"));
    for (Thread thread : left) {
      thread.join(A_MOMENT);
    }
    assertThat(left.stream().filter(Thread::isAlive)).as("threads left").isEmpty();
  }

  @Test
  void theMemoryOfTheHostStaysFlat() {
    try (ProgramExecutor executor = create()) {
      executor.configure(Config.of(Examination.ORDINARY_LIMITS));
      Examination examination = new Examination(mark -> {});
      examination.ordinary(executor);
      long settled = held();
      for (int i = 0; i < ROUNDS; i++) {
        examination.ordinary(executor);
      }
      assertThat(held() - settled).as("bytes held after %d programs more", ROUNDS * Kit.ordinary().size()).isLessThan(SMALL);
    }
  }

  private static long held() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static Set<Long> descendants() {
    return ProcessHandle.current().descendants().map(ProcessHandle::pid).collect(Collectors.toSet());
  }

  /** Processes that are still there a second after the stop. */
  private static Set<Long> leftAfterAMoment(Set<Long> before) throws InterruptedException {
    Set<Long> left = Set.of();
    for (int i = 0; i < 20; i++) {
      left = descendants();
      left.removeAll(before);
      if (left.isEmpty()) {
        break;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return left;
  }
}
