package org.leibniz.model.openai.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.leibniz.api.Config;
import org.leibniz.api.model.Model;
import org.leibniz.api.model.ModelBackend;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.plugin.Plugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Opens models behind OpenAI-compatible servers. */
@Component(scope = ServiceScope.PROTOTYPE, service = ModelBackend.class, property = Plugin.ID + "=openai")
public final class OpenAiBackend implements ModelBackend {
  private final UnaryOperator<String> environment;
  private final Duration firstWait;

  @Activate
  public OpenAiBackend() {
    this(System::getenv, Duration.ofSeconds(1));
  }

  /** @param firstWait mean wait after a first failure is three quarters of it */
  OpenAiBackend(UnaryOperator<String> environment, Duration firstWait) {
    this.environment = environment;
    this.firstWait = firstWait;
  }

  @Override
  public Model open(Config config) {
    Endpoint endpoint = Endpoint.from(config);
    ApiKey key = ApiKey.from(config, environment);
    Ledger ledger = Ledger.from(config);
    Patience patience = new Patience(firstWait, config.duration("maxWait", Duration.ofMinutes(5)));
    Connection connection = new Connection(key, config.duration("timeout", Duration.ofMinutes(5)));
    int concurrency = positive(config, "concurrency", 16);
    int attempts = positive(config, "attempts", 6);
    Server server = new Server(endpoint.base(), connection, concurrency, attempts, patience, ledger);
    try {
      ServedModel served = ServedModel.find(config, endpoint, server);
      ModelInfo info = new ModelInfo(config.text("name", served.id()), digest(config, endpoint, served),
          traits(config, endpoint, served));
      return new OpenAiModel(info, endpoint, RequestBody.from(config, endpoint, served.id()), server, ledger);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static int positive(Config config, String key, int fallback) {
    long value = config.integer(key, fallback);
    if (value < 1 || value > 1000) {
      throw config.wrong(key, "expected 1 to 1000, found " + value);
    }
    return (int) value;
  }

  private static Map<String, String> traits(Config config, Endpoint endpoint, ServedModel served) {
    Map<String, String> traits = new HashMap<>();
    traits.put("origin", "live");
    traits.put("chat", String.valueOf(endpoint.form() == Endpoint.Form.CHAT));
    traits.put("server", endpoint.base());
    config.text("dialect").ifPresent(dialect -> traits.put("dialect", dialect));
    config.text("context").or(() -> served.context()).ifPresent(tokens -> traits.put("context", tokens));
    return traits;
  }

  /** Of all that decides replies and can be known from here; what a server runs under a name is its own affair. */
  private static String digest(Config config, Endpoint endpoint, ServedModel served) {
    Map<String, Object> extra = new TreeMap<>(config.child("extra").values());
    String what = endpoint.base() + "\n" + endpoint.form() + "\n" + served.id() + "\n" + extra;
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
          .digest(what.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
