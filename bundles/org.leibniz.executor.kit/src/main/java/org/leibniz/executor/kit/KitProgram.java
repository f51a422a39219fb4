package org.leibniz.executor.kit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Status;

/**
 * A program of the kit: one or more blocks of a session, each with what it must give.
 *
 * @param topic the file it comes from
 * @param name what it does, unique within its topic
 */
public record KitProgram(String topic, String name, List<Block> blocks) {
  /** One block and what is expected of it. */
  public record Block(String code, Expected expected) {}

  /** What a block must give. */
  public sealed interface Expected {
    /** What is wrong with a result; empty where nothing is. */
    Optional<String> complaint(Execution execution);
  }

  /**
   * Exactly these texts.
   *
   * @param errorType empty where nothing may be raised, {@code *} for any error
   * @param errorMessage empty where any will do, because it differs between versions of Python
   */
  public record Exactly(Text value, Text stdout, Text stderr, String errorType, String errorMessage) implements Expected {
    @Override
    public Optional<String> complaint(Execution execution) {
      Status wanted = errorType.isEmpty() ? Status.OK : Status.ERROR;
      if (execution.status() != wanted) {
        return Optional.of("status " + execution.status().id() + " in place of " + wanted.id() + ": " + execution.display());
      }
      if (!errorType.isEmpty() && !errorType.equals("*") && !errorType.equals(execution.error().type())) {
        return Optional.of("error " + execution.error().type() + " in place of " + errorType);
      }
      if (!errorMessage.isEmpty() && !errorMessage.equals(execution.error().message())) {
        return Optional.of("message " + execution.error().message() + " in place of " + errorMessage);
      }
      return value
          .complaint("value", execution.value())
          .or(() -> stdout.complaint("stdout", execution.stdout()))
          .or(() -> stderr.complaint("stderr", execution.stderr()));
    }
  }

  /**
   * Any of these ends.
   *
   * @param statuses empty for any
   * @param hidden texts that nothing of the result may show
   */
  public record Contained(Set<Status> statuses, List<String> hidden) implements Expected {
    @Override
    public Optional<String> complaint(Execution execution) {
      if (!statuses.isEmpty() && !statuses.contains(execution.status())) {
        return Optional.of("status " + execution.status().id() + " in place of " + statuses + ": " + execution.display());
      }
      return hidden.stream()
          .filter(text -> (execution.display() + execution.value() + execution.error()).contains(text))
          .findFirst()
          .map(text -> "shows " + text);
    }
  }

  /** An expected text, or only how many characters it has where it is too long to be read. */
  public record Text(String written, int characters) {
    static final Text NONE = of("");

    static Text of(String text) {
      return new Text(text, text.codePointCount(0, text.length()));
    }

    static Text ofLength(int characters) {
      return new Text("", characters);
    }

    Optional<String> complaint(String what, String given) {
      boolean right = written.length() > 0 || characters == 0 ? given.equals(written) : given.codePointCount(0, given.length()) == characters;
      if (right) {
        return Optional.empty();
      }
      return Optional.of(what + " [" + given + "] in place of " + (written.isEmpty() && characters > 0 ? characters + " characters" : "[" + written + "]"));
    }
  }

  @Override
  public String toString() {
    return topic + ": " + name;
  }
}
