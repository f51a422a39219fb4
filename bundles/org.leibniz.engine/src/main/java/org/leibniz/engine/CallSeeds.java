package org.leibniz.engine;

import java.nio.charset.StandardCharsets;
import org.leibniz.api.CallId;

/**
 * Derives the seed of each call from (run seed, problem id, sample, branch, ordinal), so that it does not depend on which
 * sample ran when. FNV-1a over the texts, finished by the SplitMix64 mixer (Steele, Lea, Flood 2014).
 */
public record CallSeeds(long runSeed) {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /** The seed of a call: never negative, the same whenever and wherever the call is made. */
  public long of(CallId id) {
    long hash = FNV_OFFSET ^ mix(runSeed);
    hash = absorb(hash, id.problem());
    hash = mix(hash ^ id.sample());
    hash = absorb(hash, id.branch());
    // Non-negative, since random generators of other languages refuse a sign.
    return mix(hash ^ id.ordinal()) >>> 1;
  }

  private static long absorb(long hash, String text) {
    long absorbed = hash;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      absorbed = (absorbed ^ (b & 0xff)) * FNV_PRIME;
    }
    return absorbed;
  }

  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
