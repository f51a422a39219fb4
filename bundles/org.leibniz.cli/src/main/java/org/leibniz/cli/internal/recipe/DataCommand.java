package org.leibniz.cli.internal.recipe;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Training and test data from problem templates. */
@Command(
    name = "data",
    description =
        "Draws problems from templates into data files, shows the templates, and checks them by running their"
            + " programs.",
    synopsisSubcommandLabel = "generate|templates|check",
    footer = {"leibniz data templates", "leibniz data generate recipe.yaml"})
public final class DataCommand implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "data what? one of generate, templates, check");
  }
}
