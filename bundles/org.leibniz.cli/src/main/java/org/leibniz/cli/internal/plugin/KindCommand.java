package org.leibniz.cli.internal.plugin;

import java.util.List;
import java.util.concurrent.Callable;
import org.leibniz.api.plugin.Kind;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the plugins of one kind; the same class serves {@code strategies} and {@code metrics}. */
@Command
public final class KindCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "ID", description = "Only these, with all their settings.")
  List<String> ids = List.of();

  @Option(names = "--json", description = "Write JSON Lines on standard output and nothing else there.")
  boolean json;

  private final Context context;
  private final Kind kind;

  public KindCommand(Context context, Kind kind) {
    this.context = context;
    this.kind = kind;
  }

  @Override
  public Integer call() {
    new PluginList(context).print(kind, ids, json);
    return ExitStatus.DONE;
  }
}
