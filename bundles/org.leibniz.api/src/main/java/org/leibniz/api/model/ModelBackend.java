package org.leibniz.api.model;

import org.leibniz.api.Config;

/** Opens models of one kind: an inference engine, a server, a recording. */
public interface ModelBackend {
  /** Opens a model; the caller closes it. Refuses unusable files with {@code BAD_INPUT} before taking memory. */
  Model open(Config config);
}
