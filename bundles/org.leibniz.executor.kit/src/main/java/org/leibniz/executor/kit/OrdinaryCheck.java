package org.leibniz.executor.kit;

import java.util.Optional;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Notebook;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.executor.kit.KitProgram.Block;

/** Runs ordinary programs and compares their results. Thread-safe. */
public record OrdinaryCheck(ProgramExecutor executor) {
  /** Runs all blocks in one session, up to the first that gives something else. */
  public Mark run(KitProgram program) {
    long millis = 0;
    try (Notebook notebook = executor.open(0)) {
      for (Block block : program.blocks()) {
        Execution execution = notebook.run(block.code());
        millis += execution.millis();
        Optional<String> complaint = block.expected().complaint(execution);
        if (complaint.isPresent()) {
          return new Mark(program, complaint, millis);
        }
      }
      return new Mark(program, Optional.empty(), millis);
    }
  }
}
