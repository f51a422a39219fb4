package org.leibniz.cli.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.leibniz.api.plugin.Kind;
import org.leibniz.cli.internal.compare.ChartCommand;
import org.leibniz.cli.internal.compare.CompareCommand;
import org.leibniz.cli.internal.create.NewCommand;
import org.leibniz.cli.internal.create.NewDatasetCommand;
import org.leibniz.cli.internal.create.NewRunCommand;
import org.leibniz.cli.internal.create.NewStrategyCommand;
import org.leibniz.cli.internal.create.NewWorkspaceCommand;
import org.leibniz.cli.internal.data.AddDatasetCommand;
import org.leibniz.cli.internal.data.AddModelCommand;
import org.leibniz.cli.internal.data.DatasetsCommand;
import org.leibniz.cli.internal.data.FetchCommand;
import org.leibniz.cli.internal.execute.ExecCommand;
import org.leibniz.cli.internal.execute.ExecutorsCommand;
import org.leibniz.cli.internal.execute.ReplayCommand;
import org.leibniz.cli.internal.grade.GradeCommand;
import org.leibniz.cli.internal.grade.GradeDiffCommand;
import org.leibniz.cli.internal.grade.GradersCommand;
import org.leibniz.cli.internal.grade.JudgeCommand;
import org.leibniz.cli.internal.machine.CompletionCommand;
import org.leibniz.cli.internal.machine.DoctorCommand;
import org.leibniz.cli.internal.model.GenerateCommand;
import org.leibniz.cli.internal.model.ModelsCommand;
import org.leibniz.cli.internal.model.ScoreCommand;
import org.leibniz.cli.internal.plugin.DisablePluginCommand;
import org.leibniz.cli.internal.plugin.EnablePluginCommand;
import org.leibniz.cli.internal.plugin.InstallPluginCommand;
import org.leibniz.cli.internal.plugin.KindCommand;
import org.leibniz.cli.internal.plugin.PluginDiagnosisCommand;
import org.leibniz.cli.internal.plugin.PluginsCommand;
import org.leibniz.cli.internal.plugin.RemovePluginCommand;
import org.leibniz.cli.internal.recipe.CheckTemplatesCommand;
import org.leibniz.cli.internal.recipe.DataCommand;
import org.leibniz.cli.internal.recipe.GenerateDataCommand;
import org.leibniz.cli.internal.recipe.TemplatesCommand;
import org.leibniz.cli.internal.run.PreviewCommand;
import org.leibniz.cli.internal.run.RunCommand;
import org.leibniz.cli.internal.run.WatchCommand;
import org.leibniz.cli.internal.runs.DeleteCommand;
import org.leibniz.cli.internal.runs.ExportCommand;
import org.leibniz.cli.internal.runs.NoteCommand;
import org.leibniz.cli.internal.runs.RunsCommand;
import org.leibniz.cli.internal.runs.SamplesCommand;
import org.leibniz.cli.internal.runs.ShowCommand;
import org.leibniz.cli.internal.runs.SqlCommand;
import org.leibniz.cli.internal.runs.TagCommand;
import org.leibniz.cli.internal.train.CurvesCommand;
import org.leibniz.cli.internal.train.TrainCommand;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** All commands by name, and the way from arguments to an exit status. */
public record Commands(Context context) {
  /** Makes a command with its subcommands. */
  @FunctionalInterface
  private interface Maker extends Function<Context, CommandLine> {}

  private static final Set<String> VERSION = Set.of("--version", "-V");
  private static final Map<String, Maker> MAKERS = makers();

  private static Map<String, Maker> makers() {
    Map<String, Maker> makers = new LinkedHashMap<>();
    makers.put("run", context -> new CommandLine(new RunCommand(context)));
    makers.put("preview", context -> new CommandLine(new PreviewCommand(context)));
    makers.put(
        "new",
        context ->
            new CommandLine(new NewCommand())
                .addSubcommand(new NewWorkspaceCommand(context))
                .addSubcommand(new NewRunCommand(context))
                .addSubcommand(new NewStrategyCommand(context))
                .addSubcommand(new NewDatasetCommand(context)));
    makers.put(
        "runs",
        context ->
            new CommandLine(new RunsCommand(context))
                .addSubcommand(new TagCommand(context))
                .addSubcommand(new NoteCommand(context))
                .addSubcommand(new DeleteCommand(context)));
    makers.put("show", context -> new CommandLine(new ShowCommand(context)));
    makers.put("samples", context -> new CommandLine(new SamplesCommand(context)));
    makers.put("watch", context -> new CommandLine(new WatchCommand(context)));
    makers.put("compare", context -> new CommandLine(new CompareCommand(context)));
    makers.put("chart", context -> new CommandLine(new ChartCommand(context)));
    makers.put("grade", context -> new CommandLine(new GradeCommand(context)));
    makers.put("grade-diff", context -> new CommandLine(new GradeDiffCommand(context)));
    makers.put("judge", context -> new CommandLine(new JudgeCommand(context)));
    makers.put("exec", context -> new CommandLine(new ExecCommand(context)));
    makers.put("generate", context -> new CommandLine(new GenerateCommand(context)));
    makers.put("score", context -> new CommandLine(new ScoreCommand(context)));
    makers.put("replay", context -> new CommandLine(new ReplayCommand(context)));
    makers.put("train", context -> new CommandLine(new TrainCommand(context)));
    makers.put("curves", context -> new CommandLine(new CurvesCommand(context)));
    makers.put(
        "datasets",
        context -> new CommandLine(new DatasetsCommand(context)).addSubcommand(new AddDatasetCommand(context)));
    makers.put(
        "data",
        context ->
            new CommandLine(new DataCommand())
                .addSubcommand(new GenerateDataCommand(context))
                .addSubcommand(new TemplatesCommand(context))
                .addSubcommand(new CheckTemplatesCommand(context)));
    makers.put("fetch", context -> new CommandLine(new FetchCommand(context)));
    makers.put(
        "models", context -> new CommandLine(new ModelsCommand(context)).addSubcommand(new AddModelCommand(context)));
    makers.put("strategies", context -> kind(context, Kind.STRATEGY, "strategies", "cot"));
    makers.put("executors", context -> new CommandLine(new ExecutorsCommand(context)));
    makers.put("graders", context -> new CommandLine(new GradersCommand(context)));
    makers.put("trainers", context -> kind(context, Kind.TRAINER, "trainers", "sft"));
    makers.put("metrics", context -> kind(context, Kind.METRIC, "metrics", "accuracy"));
    makers.put(
        "plugins",
        context ->
            new CommandLine(new PluginsCommand(context))
                .addSubcommand(new InstallPluginCommand(context))
                .addSubcommand(new RemovePluginCommand(context))
                .addSubcommand(new EnablePluginCommand(context))
                .addSubcommand(new DisablePluginCommand(context))
                .addSubcommand(new PluginDiagnosisCommand(context)));
    makers.put("export", context -> new CommandLine(new ExportCommand(context)));
    makers.put("sql", context -> new CommandLine(new SqlCommand(context)));
    makers.put("doctor", context -> new CommandLine(new DoctorCommand(context)));
    makers.put("completion", context -> new CommandLine(new CompletionCommand(context)));
    return makers;
  }

  private static CommandLine kind(Context context, Kind kind, String plural, String example) {
    CommandLine line = new CommandLine(new KindCommand(context, kind));
    line.getCommandSpec().usageMessage().description("Lists the installed " + plural + "; with an ID, everything that can be set on it.");
    line.getCommandSpec().usageMessage().footer("leibniz " + plural, "leibniz " + plural + " " + example);
    return line;
  }

  /** Runs one command line; never throws. */
  public int execute(String... arguments) {
    if (arguments.length == 1 && VERSION.contains(arguments[0])) {
      // At once: the parser alone takes as long as all that is needed for this.
      context.console().out().println(version());
      return ExitStatus.DONE;
    }
    Failures failures = new Failures(context);
    try {
      CommandLine line = arguments.length > 0 && MAKERS.containsKey(arguments[0]) ? only(arguments[0]) : all();
      line.setParameterExceptionHandler((e, args) -> failures.usage(e));
      line.setExecutionExceptionHandler((e, command, result) -> failures.report(e));
      if (arguments.length == 0) {
        line.usage(context.console().out());
        return ExitStatus.DONE;
      }
      return line.execute(arguments);
    } catch (Throwable e) {
      return failures.report(e);
    }
  }

  /** Every command: for help, completion, and messages about a command that does not exist. */
  public CommandLine all() {
    CommandLine line = root();
    MAKERS.forEach((name, maker) -> line.addSubcommand(name, maker.apply(context)));
    line.addSubcommand(new CommandLine.HelpCommand());
    return finished(line);
  }

  /** One command alone, since reading the annotations of all would take longer than most commands run. */
  private CommandLine only(String name) {
    return finished(root().addSubcommand(name, MAKERS.get(name).apply(context)));
  }

  private CommandLine root() {
    CommandLine line = new CommandLine(new Leibniz());
    line.getCommandSpec().version(version());
    return line;
  }

  private String version() {
    return "leibniz " + context.version();
  }

  private CommandLine finished(CommandLine line) {
    Console console = context.console();
    line.setOut(new java.io.PrintWriter(console.out(), true));
    line.setErr(new java.io.PrintWriter(console.err(), true));
    line.setUsageHelpWidth(Math.clamp(console.width(), 60, 120));
    line.setUsageHelpAutoWidth(false);
    line.setColorScheme(Help.defaultColorScheme(console.colours() ? Help.Ansi.ON : Help.Ansi.OFF));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setAbbreviatedOptionsAllowed(false);
    line.setExpandAtFiles(false);
    describe(line, Optional.empty());
    return line;
  }

  private static void describe(CommandLine line, Optional<CommandSpec> parent) {
    CommandSpec spec = line.getCommandSpec();
    boolean help = spec.name().equals("help");
    if (!help && spec.findOption("--help") == null) {
      spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help.").build());
    }
    if (spec.usageMessage().footer().length > 0) {
      spec.usageMessage().footerHeading(parent.isEmpty() ? "%nStart with%n" : "%nExamples%n");
      spec.usageMessage().footer(indented(spec.usageMessage().footer()));
    }
    spec.usageMessage().optionListHeading("%nOptions%n").parameterListHeading("%n").commandListHeading("%nCommands%n");
    spec.usageMessage().synopsisHeading("Usage: ").descriptionHeading("%n").abbreviateSynopsis(false);
    spec.usageMessage().sortOptions(false);
    line.getSubcommands().values().forEach(sub -> describe(sub, Optional.of(spec)));
  }

  private static String[] indented(String[] lines) {
    return java.util.Arrays.stream(lines).map(text -> text.isEmpty() ? text : "  " + text).toArray(String[]::new);
  }
}
