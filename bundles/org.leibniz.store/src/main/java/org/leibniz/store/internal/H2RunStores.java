package org.leibniz.store.internal;

import java.nio.file.Path;
import java.util.Optional;
import org.leibniz.store.RunStore;
import org.leibniz.store.RunStores;
import org.osgi.service.component.annotations.Component;

/** Opens run stores in embedded H2 databases. */
@Component
public final class H2RunStores implements RunStores {
  @Override
  public RunStore open(Path state) {
    return new H2RunStore(new DatabaseFile(state));
  }

  @Override
  public Optional<RunStore> openExisting(Path state) {
    DatabaseFile file = new DatabaseFile(state);
    return file.exists() ? Optional.of(new H2RunStore(file)) : Optional.empty();
  }
}
