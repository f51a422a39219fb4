package org.leibniz.plugins.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.plugin.Descriptor;
import org.leibniz.api.plugin.Plugin;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** One bundle with plugins, in one revision. Knows what it offers without loading a class. Thread-safe. */
final class Revision {
  /** Locations of the user's bundles begin with this; all others belong to the distribution. */
  static final String LOCATION = "sha256:";

  private final Bundle bundle;
  private final Set<PluginKey> keys;
  private final Map<PluginKey, Descriptor> descriptors = new ConcurrentHashMap<>();
  private final Map<String, String> builtInDigests;
  private volatile String digest;

  /** Why an instance could not be made, when it was last tried. */
  private final Map<PluginKey, String> failures = new ConcurrentHashMap<>();

  /** Number of leases that hold it; guarded by the lock of {@link PluginHost}. */
  private int leases;

  /**
   * @param builtInDigests digests of the distribution's jars by file name, so that they need not be read for it
   */
  Revision(Bundle bundle, Map<String, String> builtInDigests) {
    this.bundle = bundle;
    this.builtInDigests = builtInDigests;
    Set<PluginKey> found = new TreeSet<>();
    Enumeration<String> paths = bundle.getEntryPaths(PluginKey.FOLDER);
    if (paths != null) {
      Collections.list(paths).forEach(path -> PluginKey.ofDescriptor(path).ifPresent(found::add));
    }
    this.keys = Collections.unmodifiableSet(found);
    this.digest = builtIn() ? null : bundle.getLocation().substring(LOCATION.length());
  }

  Bundle bundle() {
    return bundle;
  }

  Set<PluginKey> keys() {
    return keys;
  }

  boolean builtIn() {
    return !bundle.getLocation().startsWith(LOCATION);
  }

  String digest() {
    String known = digest;
    if (known == null) {
      Optional<Path> jar = jar();
      known =
          jar.map(file -> builtInDigests.get(file.getFileName().toString()))
              .or(() -> jar.flatMap(PluginStore::digest))
              .orElse("");
      digest = known;
    }
    return known;
  }

  /** The jar that a built-in bundle was installed from by reference. */
  private Optional<Path> jar() {
    String location = bundle.getLocation().replaceFirst("^reference:", "");
    try {
      return location.startsWith("file:") ? Optional.of(Path.of(URI.create(location))) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Throws {@code BAD_INPUT} where the descriptor cannot be read. */
  Descriptor descriptor(PluginKey key) {
    return descriptors.computeIfAbsent(key, this::readDescriptor);
  }

  private Descriptor readDescriptor(PluginKey key) {
    URL entry = bundle.getEntry(key.descriptor());
    if (entry == null) {
      throw new LeibnizException(ErrorCode.PLUGIN_FAILED, bundle.getSymbolicName() + ": lost " + key.descriptor());
    }
    try (InputStream in = entry.openStream()) {
      return DescriptorReader.read(key, bundle.getVersion().toString(), bundle.getSymbolicName(), in);
    } catch (IOException e) {
      throw new LeibnizException(
          ErrorCode.PLUGIN_FAILED, bundle.getSymbolicName() + ": " + key.descriptor() + ": " + e.getMessage(), e);
    }
  }

  /** The service of exactly this revision; a lookup in the registry would find the oldest one. */
  Optional<ServiceReference<?>> service(PluginKey key) {
    ServiceReference<?>[] references = bundle.getState() == Bundle.ACTIVE ? bundle.getRegisteredServices() : null;
    if (references == null) {
      return Optional.empty();
    }
    for (ServiceReference<?> reference : references) {
      String[] interfaces = (String[]) reference.getProperty(Constants.OBJECTCLASS);
      if (key.id().equals(reference.getProperty(Plugin.ID))
          && Set.of(interfaces).contains(key.service().getName())) {
        return Optional.of(reference);
      }
    }
    return Optional.empty();
  }

  static boolean isPrototype(ServiceReference<?> reference) {
    return Constants.SCOPE_PROTOTYPE.equals(reference.getProperty(Constants.SERVICE_SCOPE));
  }

  Optional<String> failure(PluginKey key) {
    return Optional.ofNullable(failures.get(key));
  }

  void failed(PluginKey key, String why) {
    failures.put(key, why);
  }

  void succeeded(PluginKey key) {
    failures.remove(key);
  }

  /** Call with the lock of {@link PluginHost} held. */
  void lease() {
    leases++;
  }

  /** Call with the lock of {@link PluginHost} held. */
  void release() {
    leases--;
  }

  /** Call with the lock of {@link PluginHost} held. */
  boolean leased() {
    return leases > 0;
  }

  @Override
  public String toString() {
    return bundle.getSymbolicName() + " " + bundle.getVersion() + " " + bundle.getLocation();
  }
}
