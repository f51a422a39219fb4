package org.leibniz.cli.internal.runs;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.grader.Outcome;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.ReadOptions;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.json.SampleJson;
import org.leibniz.store.Grading;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;
import org.leibniz.store.SampleQuery;
import org.leibniz.store.StoredSample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows samples with their transcripts. */
@Command(
    name = "samples",
    description = {
      "Shows the samples of a run with transcripts, answers and verdicts.",
      "",
      "OUTCOME is one of correct, wrong, no-answer, unparsable, execution-failed, timed-out, truncated, model-failed,"
          + " strategy-failed, grader-failed."
    },
    footer = {
      "leibniz samples @last --outcome wrong --subject Algebra",
      "leibniz samples @last --problem test-17 --calls",
      "leibniz samples @last --flag execution-differs --limit 0",
      "leibniz samples @last --search 'least common multiple' --json | jq .answer"
    })
public final class SamplesCommand implements Callable<Integer> {
  private static final long SHOWN = 20;

  @Parameters(paramLabel = "RUN", description = "Id, unique prefix, name or @last.")
  String run;

  @Option(names = "--outcome", paramLabel = "OUTCOME", description = "Only samples with this outcome.")
  Optional<String> outcome = Optional.empty();

  @Option(names = "--subject", paramLabel = "S", description = "Only problems of this subject.")
  Optional<String> subject = Optional.empty();

  @Option(names = "--level", paramLabel = "L", description = "Only problems of this level.")
  Optional<Integer> level = Optional.empty();

  @Option(names = "--search", paramLabel = "TEXT", description = "Question, transcript or answer contain it, in any case.")
  Optional<String> search = Optional.empty();

  @Option(names = "--flag", paramLabel = "FLAG", description = "Only samples with this flag, for instance execution-differs.")
  Optional<String> flag = Optional.empty();

  @Option(names = "--problem", paramLabel = "ID", description = "Only this problem.")
  Optional<String> problem = Optional.empty();

  @Option(names = "--grader", paramLabel = "ID", description = "Outcomes under this grading instead of the first.")
  Optional<String> grader = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most N samples, 0 for all; without --json 20 by default.")
  Optional<Long> limit = Optional.empty();

  @Option(names = "--calls", description = "Also every call as it was sent and answered.")
  boolean calls;

  @Mixin ReadOptions options;

  private final Context context;

  public SamplesCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Optional<Outcome> wanted = outcome.map(SamplesCommand::outcome);
    try (RunStore store = context.workspaces().store(options.workspace())) {
      RunRow found = store.find(run);
      Optional<Long> grading = grader.map(id -> Gradings.find(store, found, id)).map(Grading::key);
      long most = limit.orElse(options.json() ? 0 : SHOWN);
      SampleQuery query =
          new SampleQuery(
              found.key(),
              grading,
              wanted,
              subject,
              level.map(OptionalInt::of).orElse(OptionalInt.empty()),
              search,
              problem,
              flag,
              most == 0 ? 0 : most + 1);
      try (Stream<StoredSample> samples = store.samples(query)) {
        print(store, found, samples.iterator(), most);
      }
    }
    return ExitStatus.DONE;
  }

  /** Stops early when nobody reads the output any more. */
  private void print(RunStore store, RunRow found, Iterator<StoredSample> samples, long most) {
    Console console = context.console();
    Transcript transcript = new Transcript(console);
    long shown = 0;
    while (samples.hasNext() && !console.closed()) {
      StoredSample sample = samples.next();
      if (most > 0 && shown == most) {
        console.say("more than " + most + " samples; see all with --limit 0");
        return;
      }
      shown++;
      if (options.json()) {
        Json.print(console, SampleJson.of(sample));
        continue;
      }
      transcript.print(sample);
      if (calls) {
        store.calls(found.key(), sample.problem().id(), sample.sample()).forEach(new RawCalls(console)::print);
      }
    }
    if (shown == 0) {
      console.say("no samples of run " + found.id() + " match");
    }
  }

  private static Outcome outcome(String written) {
    try {
      return Outcome.of(written);
    } catch (IllegalArgumentException e) {
      throw LeibnizException.usage(
          "--outcome " + written + ": expected one of "
              + Arrays.stream(Outcome.values()).map(Outcome::id).collect(Collectors.joining(", ")));
    }
  }
}
