package org.leibniz.plugins.internal;

import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;

/** Makes instances of plugins from the services of exactly one revision. */
final class Instances {
  private final BundleContext context;
  private final Diagnosis diagnosis;

  Instances(BundleContext context, Diagnosis diagnosis) {
    this.context = context;
    this.diagnosis = diagnosis;
  }

  /** A new instance; empty where there is none, with the reason kept in the revision or found by the diagnosis. */
  <T> Optional<Instance<T>> make(Revision revision, PluginKey key, Class<T> type) {
    Optional<ServiceReference<?>> reference = revision.service(key).filter(Revision::isPrototype);
    if (reference.isEmpty()) {
      return Optional.empty();
    }
    ServiceObjects<?> objects = context.getServiceObjects(reference.get());
    Object value = null;
    try {
      value = objects == null ? null : objects.getService();
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      revision.failed(key, "throws while it is made: " + Diagnosis.rootCause(e));
      return Optional.empty();
    }
    if (value == null) {
      revision.failed(key, diagnosis.activation(revision.bundle(), key));
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      new Instance<>(value, objects).giveBack();
      revision.failed(key, value.getClass().getName() + " is no " + type.getSimpleName() + " of this platform");
      return Optional.empty();
    }
    revision.succeeded(key);
    return Optional.of(new Instance<>(type.cast(value), objects));
  }

  /** Makes one and gives it back. */
  boolean canBeMade(Revision revision, PluginKey key) {
    Optional<? extends Instance<?>> instance = make(revision, key, key.service());
    instance.ifPresent(Instance::giveBack);
    return instance.isPresent();
  }
}
