package org.leibniz.cli.internal.runs;

import org.leibniz.api.model.Generation;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Console.Ink;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.store.CallRecord;

/** Calls as they were sent and answered. */
record RawCalls(Console console) {
  void print(CallRecord call) {
    CallRecord.Place place = call.place();
    String where =
        (place.branch().isEmpty() ? "" : place.branch() + "/") + place.ordinal() + " · "
            + Figures.time(place.millis() / 1000.0);
    switch (call) {
      case CallRecord.Generated generated -> {
        title("call " + where + " · " + generated.role() + " · seed " + generated.seed() + (generated.cached() ? " · cached" : ""));
        body("sent", generated.prompt().rendered());
        body("came back", generated.reply().map(Generation::raw).orElse("nothing: " + generated.failure()));
        generated
            .reply()
            .ifPresent(
                reply ->
                    console.line(
                        "  stop " + reply.stop() + reply.matchedStop().map(stop -> " " + Printable.oneLine(stop)).orElse("")
                            + ", tokens " + reply.usage().promptTokens() + " + " + reply.usage().completionTokens()));
      }
      case CallRecord.Scored scored -> {
        title("score " + where + " · " + scored.role());
        body("after", scored.prompt().rendered());
        body("scored", scored.text());
        console.line("  total " + scored.scores().map(s -> Figures.decimal(s.total(), 4)).orElse(scored.failure()));
      }
      case CallRecord.Executed executed -> {
        title("execution " + where + (executed.notebook() ? " · notebook" : ""));
        body("program", executed.code());
        body(
            executed.result().map(result -> result.status().id()).orElse("failed"),
            executed.result().map(result -> result.display()).orElse(executed.failure()));
      }
    }
  }

  private void title(String text) {
    console.line(console.ink(Ink.YELLOW, Printable.oneLine("·· " + text)));
  }

  private void body(String name, String text) {
    console.line(console.ink(Ink.DIM, "  " + name + ":"));
    console.line(Printable.indent(text, "  │ "));
  }
}
