package org.leibniz.platform.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.api.strategy.DecodingStrategy;
import org.leibniz.api.strategy.Session;
import org.leibniz.api.strategy.Solution;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** A strategy that says which revision it comes from. */
@Component(scope = ServiceScope.PROTOTYPE, service = DecodingStrategy.class, property = Plugin.ID + "=sample")
public final class SampleStrategy implements DecodingStrategy {
  @Override
  public Solution solve(Problem problem, Session session) {
    return Solution.ofText(toString());
  }

  /** Reads the resource only now: a revision whose bundle were gone could not. */
  @Override
  public String toString() {
    try (InputStream in = SampleStrategy.class.getResourceAsStream("/variant.txt")) {
      return in == null ? "no variant" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return e.toString();
    }
  }
}
