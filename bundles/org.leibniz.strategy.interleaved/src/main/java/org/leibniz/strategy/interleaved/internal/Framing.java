package org.leibniz.strategy.interleaved.internal;

import java.util.ArrayList;
import java.util.List;
import org.leibniz.api.model.Part;
import org.leibniz.api.model.Prompt;

/** How a model with fences is asked, and how it learns what its programs printed. */
enum Framing {
  /** One text that grows, as ToRA's models were trained. */
  TEXT {
    @Override
    Prompt prompt(Prompt rendered, List<Round> rounds) {
      StringBuilder trace = new StringBuilder();
      rounds.forEach(round -> trace.append(round.reply).append('\n').append(round.output));
      return trace.isEmpty() ? rendered : rendered.plus(new Part.Text(trace.toString()));
    }

    @Override
    boolean goesOn(String reply) {
      return reply.endsWith(FENCE);
    }
  },
  /** A conversation: the user asks and shows outputs, the assistant writes. */
  TURNS {
    @Override
    Prompt prompt(Prompt rendered, List<Round> rounds) {
      List<Part> turns = new ArrayList<>();
      turns.add(new Part.Turn("user", rendered.rendered()));
      for (Round round : rounds) {
        turns.add(new Part.Turn("assistant", round.reply));
        turns.add(new Part.Turn("user", round.output.strip()));
      }
      return new Prompt(turns);
    }

    /** Chat models like to say something after a program, before they have seen what it prints. */
    @Override
    boolean goesOn(String reply) {
      return new FencedText(reply).lastProgram().isPresent();
    }
  };

  /** A reply that ended in a program, and the block with what the program printed. */
  record Round(String reply, String output) {}

  private static final String FENCE = "```";

  abstract Prompt prompt(Prompt rendered, List<Round> rounds);

  /** Whether a reply without an answer asks for a program to be run. */
  abstract boolean goesOn(String reply);
}
