package org.leibniz.model.djl.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;

/**
 * Continuous batching: one thread that evaluates step after step, where sequences join and leave between steps. Every step
 * has one token of each sequence that is generating and a chunk of those whose prompt is not all in the cache. A sequence that
 * has ended leaves its keys and values in its slot; the next one with the same beginning takes them over.
 */
final class Batcher implements AutoCloseable {
  /** Prompt tokens of one step, over all sequences: keeps the replies of others moving. */
  private static final int CHUNK = 256;

  private final Network network;
  private final Angles angles;
  private final BlockingQueue<Sequence> arrivals = new LinkedBlockingQueue<>();
  private final List<Sequence> active = new ArrayList<>();
  private final List<Sequence> waiting = new ArrayList<>();
  private final Slots slots;
  private final Thread thread;
  private volatile boolean closed;

  Batcher(Network network, Angles angles, int batch) {
    this.network = network;
    this.angles = angles;
    this.slots = new Slots(batch);
    this.thread = Thread.ofPlatform().name("leibniz-djl").daemon(true).start(this::run);
  }

  /** Evaluates a sequence to its end; blocks. An interrupt cancels it. */
  void complete(Sequence sequence) {
    if (closed) {
      throw new LeibnizException(ErrorCode.MODEL_FAILED, "the model is closed");
    }
    arrivals.add(sequence);
    try {
      sequence.done.get();
    } catch (InterruptedException e) {
      sequence.cancelled = true;
      Thread.currentThread().interrupt();
      throw new LeibnizException(ErrorCode.CANCELLED, "cancelled");
    } catch (java.util.concurrent.ExecutionException e) {
      if (e.getCause() instanceof LeibnizException known) {
        throw new LeibnizException(known.code(), known.getMessage(), known);
      }
      throw new LeibnizException(ErrorCode.MODEL_FAILED, "the engine failed: " + String.valueOf(e.getCause().getMessage()).lines().findFirst().orElse(""), e);
    }
  }

  private void run() {
    try {
      while (!closed) {
        if (active.isEmpty() && waiting.isEmpty()) {
          waiting.add(arrivals.take());
        }
        arrivals.drainTo(waiting);
        admit();
        step();
      }
    } catch (InterruptedException e) {
      // Closed while idle.
    } finally {
      closed = true;
      arrivals.drainTo(waiting);
      waiting.addAll(active);
      waiting.forEach(sequence -> sequence.done.completeExceptionally(new LeibnizException(ErrorCode.MODEL_FAILED, "the model is closed")));
    }
  }

  private void admit() {
    for (Iterator<Sequence> next = waiting.iterator(); next.hasNext() && slots.hasFree(); ) {
      Sequence sequence = next.next();
      next.remove();
      boolean reusable = !sequence.reader.wantsAll() && !angles.dependOnLength(sequence.mostTokens);
      slots.take(sequence, reusable);
      active.add(sequence);
    }
    active.sort(Comparator.comparingInt(sequence -> sequence.slot));
  }

  private void step() {
    for (Sequence sequence : List.copyOf(active)) {
      if (sequence.cancelled) {
        leave(sequence);
      }
    }
    if (active.isEmpty()) {
      return;
    }
    StepPlan plan = new StepPlan(angles, active, CHUNK);
    try {
      network.reserve(slots.used(), plan.longest());
      float[] logits = network.evaluate(plan.step());
      int row = 0;
      for (StepPlan.Wanted wanted : plan.wanted()) {
        read(wanted, logits, row++ * network.vocabulary());
      }
    } catch (RuntimeException e) {
      for (Sequence sequence : List.copyOf(active)) {
        slots.forget(sequence);
        leave(sequence);
        sequence.done.completeExceptionally(e);
      }
    }
  }

  private void read(StepPlan.Wanted wanted, float[] logits, int from) {
    Sequence sequence = wanted.sequence();
    if (sequence.done.isDone()) {
      return;
    }
    try {
      int token = sequence.reader.read(wanted.position(), logits, from);
      if (token >= 0) {
        sequence.tokens.add(token);
      }
      boolean promptGoesOn = wanted.position() + 1 < sequence.promptLength;
      if (!promptGoesOn && (token < 0 || sequence.tokens.size() > sequence.mostTokens)) {
        leave(sequence);
        sequence.done.complete(null);
      }
    } catch (RuntimeException e) {
      leave(sequence);
      sequence.done.completeExceptionally(e);
    }
  }

  private void leave(Sequence sequence) {
    active.remove(sequence);
    if (angles.dependOnLength(sequence.tokens.size())) {
      // Its keys were turned as those of a long sequence; a shorter one with the same beginning has others.
      slots.forget(sequence);
    }
    slots.release(sequence);
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    network.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
