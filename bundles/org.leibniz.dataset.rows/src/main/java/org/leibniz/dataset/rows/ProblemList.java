package org.leibniz.dataset.rows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.Problem;

/**
 * The problems of a dataset as they are read: gives positions and ids. A publisher's id that appears twice is refused; a
 * repeated question keeps its fingerprint and gets {@code -2}, {@code -3}, … in file order. For one thread.
 */
public final class ProblemList {
  private record Place(Path file, int line) {}

  private final String dataset;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, Integer> repeats = new HashMap<>();

  public ProblemList(String dataset) {
    this.dataset = dataset;
  }

  /** Adds the problem of a row. */
  public void add(Row row, Draft draft) {
    add(row.file(), row.line(), draft);
  }

  /** Adds the problem that stands at a place. */
  public void add(Path file, int line, Draft draft) {
    if (problems.size() == Limits.PROBLEMS) {
      throw LeibnizException.badInput(file, line, "", "holds more than " + Limits.PROBLEMS + " problems");
    }
    String id = draft.id().isEmpty() ? derived(draft.derivedId(dataset)) : published(file, line, draft.id());
    Place earlier = places.putIfAbsent(id, new Place(file, line));
    if (earlier != null) {
      String where = earlier.file().equals(file) ? "line " + earlier.line() : earlier.file() + ":" + earlier.line();
      throw LeibnizException.badInput(
          file, line, "id", Row.shown(id) + " is used by " + where + " already: every problem needs its own");
    }
    problems.add(draft.problem(id, problems.size()));
  }

  private String derived(String id) {
    int count = repeats.merge(id, 1, Integer::sum);
    return count == 1 ? id : id + "-" + count;
  }

  private static String published(Path file, int line, String id) {
    boolean fits = id.length() <= Limits.ID_LENGTH && id.strip().equals(id) && id.chars().noneMatch(Character::isISOControl);
    if (!fits) {
      throw LeibnizException.badInput(
          file, line, "id", "expected at most " + Limits.ID_LENGTH + " characters on one line, found " + Row.shown(id));
    }
    return id;
  }

  /**
   * The finished dataset; a {@code BAD_INPUT} where nothing was read.
   *
   * @param path what the user named
   * @param expected what should have been there, for the message
   */
  public Dataset dataset(Path path, String split, Checksum checksum, String expected) {
    if (problems.isEmpty()) {
      throw LeibnizException.badInput(path, 0, "", "holds no problems: expected " + expected);
    }
    return new Dataset(dataset, split, path.toString(), checksum.hex(), problems);
  }
}
