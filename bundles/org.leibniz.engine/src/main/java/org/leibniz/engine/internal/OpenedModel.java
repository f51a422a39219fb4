package org.leibniz.engine.internal;

import org.leibniz.api.model.Model;
import org.leibniz.api.model.ModelInfo;

/** A model in its role, with what it says of itself, asked for once. */
record OpenedModel(String role, Model model, ModelInfo info) {
  private static final String LIVE = "live";

  /** {@code live}, {@code recorded} or {@code demonstration}. */
  String origin() {
    return info.traits().getOrDefault("origin", LIVE);
  }

  /** Whether its replies depend on the prompt alone, and not on the call's identity. */
  boolean isLive() {
    return origin().equals(LIVE);
  }
}
