package org.leibniz.benchmark.scripted.internal;

import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Notebook;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.api.executor.Status;
import org.leibniz.api.plugin.Plugin;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Prints, without running anything, the number that the program's first line names. */
@Component(scope = ServiceScope.PROTOTYPE, service = ProgramExecutor.class, property = Plugin.ID + "=scripted")
public final class ScriptedExecutor implements ProgramExecutor {
  @Override
  public Notebook open(long seed) {
    return new Notebook() {
      @Override
      public Execution run(String code) {
        String printed = code.substring(code.indexOf("'p") + 2, code.indexOf("'\n")) + "\n";
        return new Execution(Status.OK, "", printed, "", printed, Execution.ErrorInfo.NONE, 0, 0);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public String version() {
    return "scripted 1";
  }
}
