package org.leibniz.cli.internal.run;

import java.util.List;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Console.Ink;
import org.leibniz.cli.internal.summary.RunSummary;

/** Says what can be done with finished runs. */
record NextSteps(Console console) {
  void print(List<RunSummary> runs) {
    String last = runs.getLast().run().id();
    console.line("");
    console.line(console.ink(Ink.BOLD, "next:"));
    step("leibniz samples " + last + " --outcome wrong", "what went wrong, with transcripts");
    step("leibniz show " + last, "the run again, with its plan");
    boolean paired =
        runs.size() > 1 && runs.getFirst().run().datasetDigest().equals(runs.getLast().run().datasetDigest());
    if (paired) {
      String first = runs.getFirst().run().id();
      step("leibniz compare " + first + " " + last, "whether the difference is more than chance");
      step("leibniz chart " + first + " " + last + " --kind subjects --out chart.svg", "accuracy per subject, side by side");
    } else {
      step("leibniz compare " + last + " OTHER", "against another run on the same problems");
      step("leibniz chart " + last + " --kind subjects --out chart.svg", "accuracy per subject with intervals");
    }
  }

  private void step(String command, String what) {
    console.line("  " + command + " ".repeat(Math.max(1, 64 - command.length())) + console.ink(Ink.DIM, what));
  }
}
