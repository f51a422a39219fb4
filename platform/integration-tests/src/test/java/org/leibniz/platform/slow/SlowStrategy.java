package org.leibniz.platform.slow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.api.strategy.DecodingStrategy;
import org.leibniz.api.strategy.Session;
import org.leibniz.api.strategy.Solution;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Takes a while and answers with the name of the revision it comes from. */
@Component(scope = ServiceScope.PROTOTYPE, service = DecodingStrategy.class, property = Plugin.ID + "=slow")
public final class SlowStrategy implements DecodingStrategy {
  private static final long MILLIS = 150;

  @Override
  public Solution solve(Problem problem, Session session) {
    try (InputStream in = SlowStrategy.class.getResourceAsStream("/variant.txt")) {
      Thread.sleep(MILLIS);
      return Solution.ofText(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
