package org.leibniz.cli.internal.runs;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.leibniz.api.LeibnizException;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds and removes a run's tags. */
@Command(
    name = "tag",
    description = "Adds tags to a run, or removes some.",
    footer = {"leibniz runs tag @last baseline paper", "leibniz runs tag @last --remove paper"})
public final class TagCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "RUN", description = "Id, unique prefix, name or @last.")
  String run;

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "TAG", description = "Tags to add.")
  List<String> add = List.of();

  @Option(names = "--remove", paramLabel = "TAG", description = "A tag to remove. Repeatable.")
  List<String> remove = List.of();

  @Option(names = "--workspace", paramLabel = "DIR", description = "The workspace.")
  Optional<String> workspace = Optional.empty();

  private final Context context;

  public TagCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    for (String tag : add) {
      if (!tag.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._:-]{0,63}")) {
        throw LeibnizException.usage("tag '" + tag + "': expected letters, digits, dots, dashes, at most 64");
      }
    }
    try (RunStore store = context.workspaces().store(workspace)) {
      RunRow found = store.find(run);
      store.tag(found.key(), Set.copyOf(add), Set.copyOf(remove));
      context.console().line(found.id() + ": " + String.join(", ", new TreeSet<>(store.find(found.id()).tags())));
    }
    return ExitStatus.DONE;
  }
}
