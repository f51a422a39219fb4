package org.leibniz.executor.kit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What an executor did with the kit.
 *
 * @param executor its id
 * @param version of its interpreter and packages
 * @param digest SHA-256 of its bundle
 * @param kit SHA-256 of the programs
 * @param ordinary how many ordinary programs gave what they must
 * @param ordinaryOf how many were run
 * @param hostile how many hostile programs were contained
 * @param hostileOf how many were run
 * @param failed names of those that did not
 */
public record ScoreCard(
    String executor,
    String version,
    String digest,
    String kit,
    int ordinary,
    int ordinaryOf,
    int hostile,
    int hostileOf,
    List<String> failed,
    Instant measured) {
  public ScoreCard {
    failed = List.copyOf(failed);
  }

  static ScoreCard of(String executor, String version, String digest, List<Mark> ordinary, List<Mark> hostile) {
    List<String> failed =
        java.util.stream.Stream.concat(ordinary.stream(), hostile.stream())
            .filter(mark -> !mark.passed())
            .map(mark -> mark.program().toString())
            .toList();
    return new ScoreCard(
        executor, version, digest, Kit.digest(), passed(ordinary), ordinary.size(), passed(hostile), hostile.size(), failed,
        Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  private static int passed(List<Mark> marks) {
    return (int) marks.stream().filter(Mark::passed).count();
  }

  public boolean passed() {
    return failed.isEmpty();
  }

  /** In one line, as runs record it. */
  public String line() {
    return "%d of %d ordinary programs right, %d of %d hostile ones contained (kit %s, %s)"
        .formatted(ordinary, ordinaryOf, hostile, hostileOf, kit.substring(0, 12), measured);
  }
}
