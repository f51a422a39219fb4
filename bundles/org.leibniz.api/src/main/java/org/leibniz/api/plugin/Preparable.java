package org.leibniz.api.plugin;

import java.util.Optional;

/**
 * A plugin that needs something on the machine which it can fetch itself. {@code leibniz doctor --fix} calls {@link #prepare}
 * where something is {@link #missing}; nothing else does, for it may take minutes and use the network.
 */
public interface Preparable {
  /** What is missing, in a few words; empty where all is there. Quick, and before {@code configure} too. */
  Optional<String> missing();

  /** Fetches it. Throws a {@link org.leibniz.api.LeibnizException} that says what to do where that fails. */
  void prepare();
}
