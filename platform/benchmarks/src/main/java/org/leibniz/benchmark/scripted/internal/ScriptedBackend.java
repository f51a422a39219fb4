package org.leibniz.benchmark.scripted.internal;

import java.util.Map;
import java.util.Optional;
import org.leibniz.api.Config;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.GenerationRequest;
import org.leibniz.api.model.Model;
import org.leibniz.api.model.ModelBackend;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Usage;
import org.leibniz.api.plugin.Plugin;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Replies at once with a program of about 200 tokens that differs from problem to problem. */
@Component(scope = ServiceScope.PROTOTYPE, service = ModelBackend.class, property = Plugin.ID + "=scripted")
public final class ScriptedBackend implements ModelBackend {
  private static final int TOKENS = 200;
  private static final String BODY = "# one step after the other\nshelf = shelf + 1 - 1\n".repeat(16);

  @Override
  public Model open(Config config) {
    ModelInfo info = new ModelInfo(config.text("name", "scripted"), "scripted-1", Map.of());
    return new Model() {
      @Override
      public ModelInfo info() {
        return info;
      }

      @Override
      public Generation generate(GenerationRequest request) {
        String program = "shelf = '" + request.id().problem() + "'\n" + BODY + "print(shelf)\n";
        return new Generation(program, Stop.END, Optional.empty(), false, new Usage(60, TOKENS));
      }
    };
  }
}
