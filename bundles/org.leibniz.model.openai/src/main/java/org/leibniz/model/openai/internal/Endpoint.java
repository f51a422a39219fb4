package org.leibniz.model.openai.internal;

import java.net.URI;
import java.net.URISyntaxException;
import org.leibniz.api.Config;

/**
 * Where a server is and which of its two interfaces is spoken.
 *
 * @param base address without a slash at its end, for instance {@code http://127.0.0.1:8000/v1}
 */
record Endpoint(String base, Form form) {
  /** What a request holds. */
  enum Form {
    /** Turns of a conversation, put into the model's template by the server. */
    CHAT("/chat/completions"),
    /** One text that the model goes on with. */
    COMPLETIONS("/completions");

    private final String path;

    Form(String path) {
      this.path = path;
    }
  }

  /**
   * Reads {@code url} and {@code endpoint}; an address that could carry a secret is refused, since it is stored with
   * the run.
   */
  static Endpoint from(Config config) {
    String written = config.require("url").strip();
    URI uri;
    try {
      uri = new URI(written);
    } catch (URISyntaxException e) {
      throw config.wrong("url", "is not an address; expected one such as http://127.0.0.1:8000/v1");
    }
    if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
      throw config.wrong("url", "expected an http or https address such as http://127.0.0.1:8000/v1");
    }
    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw config.wrong("url",
          "expected an address without user, query and fragment; a key belongs into the environment (keyVariable)");
    }
    return new Endpoint(written.replaceFirst("/+$", ""), config.choice("endpoint", Form.class, Form.CHAT));
  }

  URI generation() {
    return URI.create(base + form.path);
  }

  URI models() {
    return URI.create(base + "/models");
  }
}
