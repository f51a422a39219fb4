package org.leibniz.cli.internal.recipe;

import java.util.Optional;
import org.leibniz.cli.internal.Context;
import org.leibniz.templates.Templates;
import picocli.CommandLine.Option;

/** Which templates a command is about. */
final class TemplateSource {
  @Option(
      names = "--templates",
      paramLabel = "DIR",
      description = "A folder of template files; by default those that come with Leibniz.")
  Optional<String> folder = Optional.empty();

  Templates read(Context context) {
    return folder.map(written -> Templates.in(context.path(written))).orElseGet(Templates::builtIn);
  }
}
