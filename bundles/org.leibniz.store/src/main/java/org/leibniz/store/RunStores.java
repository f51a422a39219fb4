package org.leibniz.store;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Opens run stores; an OSGi service. Thread-safe. */
@ProviderType
public interface RunStores {
  /**
   * Opens the store in a folder for reading and writing, making folder and store where there are none. Several processes
   * may have one store open at a time. The caller closes it.
   *
   * @param state the workspace's {@code .leibniz} folder
   * @throws org.leibniz.api.LeibnizException with code {@code STORE} where the folder cannot be written, the store is held
   *     by a process that does not share it, is damaged, or was written by a newer version
   */
  RunStore open(Path state);

  /** Opens the store in a folder if there is one. */
  Optional<RunStore> openExisting(Path state);
}
