package org.leibniz.plugins.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.plugins.InstalledPlugin.State;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Says in one line why a plugin or a bundle is not active. */
final class Diagnosis {
  /** A reason. */
  record Finding(State state, String why) {}

  private final BundleContext context;
  private final ServiceComponentRuntime components;
  private final Unresolved unresolved;

  Diagnosis(BundleContext context, ServiceComponentRuntime components) {
    this.context = context;
    this.components = components;
    this.unresolved = new Unresolved(context);
  }

  /** Why a plugin of a revision cannot be used; empty where nothing is known against it. */
  Optional<Finding> of(Revision revision, PluginKey key) {
    Optional<Finding> bundle = of(revision.bundle());
    if (bundle.isPresent()) {
      return bundle;
    }
    Optional<ServiceReference<?>> service = revision.service(key);
    if (service.isEmpty()) {
      return Optional.of(component(revision.bundle(), key));
    }
    if (!Revision.isPrototype(service.get())) {
      return Optional.of(
          new Finding(
              State.FAILED, "its component is shared; every run needs an instance of its own: scope = ServiceScope.PROTOTYPE"));
    }
    return revision.failure(key).map(why -> new Finding(State.FAILED, why));
  }

  /** Why a bundle is not active; empty where it is. */
  Optional<Finding> of(Bundle bundle) {
    return switch (bundle.getState()) {
      case Bundle.ACTIVE, Bundle.STARTING -> Optional.empty();
      case Bundle.INSTALLED ->
          Optional.of(new Finding(State.UNSATISFIED, bundle.getSymbolicName() + " " + unresolved.why(bundle)));
      default -> started(bundle);
    };
  }

  private static Optional<Finding> started(Bundle bundle) {
    try {
      bundle.start();
      return Optional.empty();
    } catch (BundleException | IllegalStateException e) {
      return Optional.of(new Finding(State.FAILED, bundle.getSymbolicName() + " does not start: " + rootCause(e)));
    }
  }

  private Finding component(Bundle bundle, PluginKey key) {
    for (ComponentDescriptionDTO description : components.getComponentDescriptionDTOs(bundle)) {
      if (key.id().equals(description.properties.get(Plugin.ID))
          && Arrays.asList(description.serviceInterfaces).contains(key.service().getName())) {
        return of(description)
            .orElse(new Finding(State.UNSATISFIED, "component " + description.name + " is not enabled"));
      }
    }
    return new Finding(
        State.FAILED,
        "no component of " + bundle.getSymbolicName() + " offers it: expected @Component(service = "
            + key.service().getSimpleName() + ".class, property = \"" + Plugin.ID + "=" + key.id() + "\")");
  }

  /** Why a component is not there; empty where it is, or where it was not tried. */
  Optional<Finding> of(ComponentDescriptionDTO description) {
    for (ComponentConfigurationDTO configuration : components.getComponentConfigurationDTOs(description)) {
      if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
        return Optional.of(
            new Finding(State.FAILED, "component " + description.name + " does not activate: " + cause(configuration.failure)));
      }
      if (configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
        return Optional.of(new Finding(State.UNSATISFIED, unsatisfied(description, configuration)));
      }
    }
    return Optional.empty();
  }

  private String unsatisfied(ComponentDescriptionDTO description, ComponentConfigurationDTO configuration) {
    List<String> needs = new ArrayList<>();
    for (UnsatisfiedReferenceDTO missing : configuration.unsatisfiedReferences) {
      String service =
          Arrays.stream(description.references)
              .filter(reference -> reference.name.equals(missing.name))
              .map(Diagnosis::shownInterface)
              .findFirst()
              .orElse(missing.name);
      needs.add("a service " + service + (missing.target == null ? "" : " with " + missing.target) + provider(service));
    }
    return "component " + description.name + " needs " + String.join("; and ", needs);
  }

  private static String shownInterface(ReferenceDTO reference) {
    return reference.interfaceName;
  }

  private String provider(String service) {
    for (ComponentDescriptionDTO other : components.getComponentDescriptionDTOs()) {
      if (Arrays.asList(other.serviceInterfaces).contains(service)) {
        Bundle bundle = context.getBundle(other.bundle.id);
        return ", which component " + other.name + (bundle == null ? "" : " of " + bundle.getSymbolicName()) + " would give";
      }
    }
    return ", which no installed bundle gives";
  }

  /** The failure recorded for a component whose instance could not be made. */
  String activation(Bundle bundle, PluginKey key) {
    for (ComponentDescriptionDTO description : components.getComponentDescriptionDTOs(bundle)) {
      if (key.id().equals(description.properties.get(Plugin.ID))) {
        for (ComponentConfigurationDTO configuration : components.getComponentConfigurationDTOs(description)) {
          if (configuration.failure != null) {
            return "component " + description.name + " does not activate: " + cause(configuration.failure);
          }
        }
      }
    }
    return "its component does not activate";
  }

  /** The innermost exception of a stack trace, as one line. */
  private static String cause(String stackTrace) {
    if (stackTrace == null) {
      return "no reason given";
    }
    List<String> lines = stackTrace.lines().toList();
    return lines.stream()
        .filter(line -> line.startsWith("Caused by: "))
        .reduce((earlier, later) -> later)
        .map(line -> line.substring("Caused by: ".length()))
        .orElse(lines.isEmpty() ? "no reason given" : lines.getFirst());
  }

  static String rootCause(Throwable failure) {
    Throwable root = failure;
    for (int depth = 0; root.getCause() != null && depth < 20; depth++) {
      root = root.getCause();
    }
    String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    return root.getClass().getSimpleName() + (message.isEmpty() || message.equals("null") ? "" : ": " + message);
  }
}
