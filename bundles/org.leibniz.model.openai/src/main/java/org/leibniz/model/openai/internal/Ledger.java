package org.leibniz.model.openai.internal;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.leibniz.api.Config;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.model.Usage;

/** What a model's calls have used, and its price. Thread-safe. */
final class Ledger {
  private static final double MILLION = 1e6;

  private final double promptPrice;
  private final double completionPrice;
  private final double most;
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong repeats = new AtomicLong();
  private final AtomicLong uncounted = new AtomicLong();
  private final AtomicLong promptTokens = new AtomicLong();
  private final AtomicLong completionTokens = new AtomicLong();

  private Ledger(double promptPrice, double completionPrice, double most) {
    this.promptPrice = promptPrice;
    this.completionPrice = completionPrice;
    this.most = most;
  }

  /** Reads {@code price: {prompt, completion}} (per million tokens) and {@code maxCost}, in one currency. */
  static Ledger from(Config config) {
    Config price = config.child("price");
    double most = config.decimal("maxCost", Double.POSITIVE_INFINITY);
    if (config.has("maxCost") && !config.has("price")) {
      throw config.wrong("maxCost", "needs price, as in price: {prompt: 0.15, completion: 0.60} per million tokens");
    }
    return new Ledger(price.decimal("prompt", 0), price.decimal("completion", 0), most);
  }

  /** Refuses a call beyond what may be spent. Calls that are under way may still exceed it. */
  void admit() {
    if (cost() >= most) {
      throw new LeibnizException(
          ErrorCode.MODEL_FAILED, String.format(Locale.ROOT, "%.4f of %.4f are spent (maxCost)", cost(), most));
    }
  }

  void repeated() {
    repeats.incrementAndGet();
  }

  void add(Usage usage) {
    calls.incrementAndGet();
    if (usage.promptTokens() < 0 || usage.completionTokens() < 0) {
      uncounted.incrementAndGet();
    }
    promptTokens.addAndGet(Math.max(0, usage.promptTokens()));
    completionTokens.addAndGet(Math.max(0, usage.completionTokens()));
  }

  double cost() {
    return (promptTokens.get() * promptPrice + completionTokens.get() * completionPrice) / MILLION;
  }

  /** One line for people. */
  String summary() {
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, calls.get() == 1 ? "%,d call" : "%,d calls", calls.get()));
    line.append(repeats.get() == 0 ? "" : String.format(Locale.ROOT, " (%,d attempts repeated)", repeats.get()));
    line.append(String.format(Locale.ROOT, ", %,d prompt and %,d completion tokens", promptTokens.get(),
        completionTokens.get()));
    line.append(uncounted.get() == 0 ? "" : String.format(Locale.ROOT, ", %,d calls without a count", uncounted.get()));
    line.append(promptPrice + completionPrice == 0 ? "" : String.format(Locale.ROOT, ", cost %.4f", cost()));
    return line.toString();
  }

  boolean isEmpty() {
    return calls.get() == 0;
  }
}
