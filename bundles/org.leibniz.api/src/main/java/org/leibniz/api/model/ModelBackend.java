package org.leibniz.api.model;

import java.util.Optional;
import org.leibniz.api.Config;

/** Opens models of one kind: an inference engine, a server, a recording. */
public interface ModelBackend {
  /** Opens a model; the caller closes it. Refuses unusable files with {@code BAD_INPUT} before taking memory. */
  Model open(Config config);

  /**
   * Looks at the files of a model without loading them, as far as that is needed to refuse what {@link #open} would
   * refuse;
   * empty where models of this kind have no weights of their own.
   */
  default Optional<ModelFiles> inspect(Config config) {
    return Optional.empty();
  }

  /** Where models will be computed, found out without starting an engine; empty where nothing is computed here. */
  default Optional<Device> device() {
    return Optional.empty();
  }
}
