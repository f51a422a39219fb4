package org.leibniz.executor.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.executor.ProgramExecutor;

/** Runs the whole kit. */
public final class Examination {
  /** Limits of ordinary programs, as a configuration has them: of wall time enough for the busiest machine. */
  public static final Map<String, Object> ORDINARY_LIMITS = Map.of("timeout", "20s", "wall", "1h");

  /** Limits of hostile programs, as a configuration has them. */
  public static final Map<String, Object> HOSTILE_LIMITS = Map.of("timeout", "1s", "wall", "3s", "memory", "512MiB");

  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final Duration WALL = Duration.ofSeconds(3);

  private final Consumer<Mark> listener;

  /**
   * @param listener hears each mark as it is given, from several threads
   */
  public Examination(Consumer<Mark> listener) {
    this.listener = listener;
  }

  /** Runs the ordinary programs, as many at a time as the executor lets. */
  public List<Mark> ordinary(ProgramExecutor executor) {
    OrdinaryCheck check = new OrdinaryCheck(executor);
    List<Mark> marks = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Mark>> running =
          Kit.ordinary().stream().map(program -> threads.submit(() -> heard(check.run(program)))).toList();
      for (Future<Mark> one : running) {
        marks.add(one.get());
      }
      return marks;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LeibnizException(ErrorCode.CANCELLED, "interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof LeibnizException expected ? expected : new IllegalStateException(e.getCause());
    }
  }

  /** All of them: {@link #hostile(ProgramExecutor, List)}. */
  public List<Mark> hostile(ProgramExecutor executor) {
    return hostile(executor, Kit.hostile());
  }

  /**
   * Runs hostile programs one after the other.
   *
   * @param executor configured with {@link #HOSTILE_LIMITS}
   */
  public List<Mark> hostile(ProgramExecutor executor, List<KitProgram> programs) {
    try (Traps traps = new Traps()) {
      HostileCheck check = new HostileCheck(executor, traps, TIMEOUT, WALL);
      return programs.stream().map(program -> heard(check.run(program))).toList();
    }
  }

  private Mark heard(Mark mark) {
    listener.accept(mark);
    return mark;
  }

  /** The card of both. */
  public static ScoreCard card(String executor, String version, String digest, List<Mark> ordinary, List<Mark> hostile) {
    return ScoreCard.of(executor, version, digest, ordinary, hostile);
  }
}
