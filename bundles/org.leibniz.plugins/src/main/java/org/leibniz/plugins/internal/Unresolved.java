package org.leibniz.plugins.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** Says in one line which requirement keeps a bundle from being resolved, and which installed bundle could meet it. */
final class Unresolved {
  private static final Pattern FLOOR = Pattern.compile("(?<!\\(!)\\(version>=([^)]*)\\)");
  private static final Pattern CEILING = Pattern.compile("\\(!\\(version>=([^)]*)\\)\\)");
  private static final Pattern EXACT = Pattern.compile("\\(version=([^)]*)\\)");

  private final BundleContext context;

  Unresolved(BundleContext context) {
    this.context = context;
  }

  String why(Bundle bundle) {
    return why(bundle, new HashSet<>());
  }

  private String why(Bundle bundle, Set<Bundle> seen) {
    seen.add(bundle);
    FrameworkWiring wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    List<String> unmet = new ArrayList<>();
    for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
      if (!isMandatory(requirement)) {
        continue;
      }
      Collection<BundleCapability> providers = wiring.findProviders(requirement);
      if (providers.isEmpty()) {
        unmet.add(missing(requirement));
      } else if (providers.stream().map(this::provider).noneMatch(provider -> isResolved(provider) || seen.contains(provider))) {
        Bundle provider = provider(providers.iterator().next());
        unmet.add(name(requirement) + " from " + name(provider) + ", which in turn " + why(provider, seen));
      }
    }
    return unmet.isEmpty() ? frameworksReason(bundle) : "needs " + String.join("; and ", unmet);
  }

  private static boolean isMandatory(BundleRequirement requirement) {
    Map<String, String> directives = requirement.getDirectives();
    return !Constants.RESOLUTION_OPTIONAL.equals(directives.get(Constants.RESOLUTION_DIRECTIVE))
        && !"dynamic".equals(directives.get(Constants.RESOLUTION_DIRECTIVE))
        && Constants.EFFECTIVE_RESOLVE.equals(
            directives.getOrDefault(Constants.EFFECTIVE_DIRECTIVE, Constants.EFFECTIVE_RESOLVE));
  }

  private Bundle provider(BundleCapability capability) {
    return capability.getRevision().getBundle();
  }

  private static boolean isResolved(Bundle bundle) {
    return (bundle.getState() & (Bundle.INSTALLED | Bundle.UNINSTALLED)) == 0;
  }

  private String missing(BundleRequirement requirement) {
    String namespace = requirement.getNamespace();
    if (namespace.equals(ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE)) {
      return "Java " + version(filter(requirement)).orElse("of another kind") + "; this is Java " + Runtime.version().feature();
    }
    Set<String> offers = offers(namespace, wanted(requirement));
    return name(requirement)
        + (offers.isEmpty() ? ", which no installed bundle gives" : ", which " + String.join(" and ", offers) + " would give");
  }

  /** Bundles that have the same thing in another version or with other attributes. */
  private Set<String> offers(String namespace, Optional<String> wanted) {
    Set<String> offers = new TreeSet<>();
    for (Bundle bundle : context.getBundles()) {
      BundleRevision revision = bundle.adapt(BundleRevision.class);
      if (revision == null) {
        continue;
      }
      for (BundleCapability capability : revision.getDeclaredCapabilities(namespace)) {
        Object value = capability.getAttributes().get(namespace);
        if (wanted.isPresent() && wanted.get().equals(String.valueOf(value))) {
          Object version = capability.getAttributes().get(Constants.VERSION_ATTRIBUTE);
          offers.add(name(bundle) + (version == null ? "" : " (only in version " + version + ")"));
        }
      }
    }
    return offers;
  }

  /** {@code the package org.example.thing [1.0,2.0)}. */
  private static String name(BundleRequirement requirement) {
    String range = version(filter(requirement)).map(text -> " " + text).orElse("");
    String wanted = wanted(requirement).orElse(filter(requirement));
    return requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)
        ? "the package " + wanted + range
        : requirement.getNamespace() + " " + wanted + range;
  }

  private static String name(Bundle bundle) {
    return bundle.getBundleId() == 0 ? "the platform" : bundle.getSymbolicName();
  }

  private static Optional<String> wanted(BundleRequirement requirement) {
    Matcher matcher =
        Pattern.compile("\\(" + Pattern.quote(requirement.getNamespace()) + "=([^)]*)\\)").matcher(filter(requirement));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String filter(BundleRequirement requirement) {
    return requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
  }

  private static Optional<String> version(String filter) {
    Optional<String> floor = first(FLOOR, filter);
    if (floor.isEmpty()) {
      return first(EXACT, filter);
    }
    return Optional.of(first(CEILING, filter).map(top -> "[" + floor.get() + "," + top + ")").orElse(floor.get()));
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** What the framework says where every single requirement could be met: classes that would not fit together, mostly. */
  private static String frameworksReason(Bundle bundle) {
    try {
      bundle.start();
      return "was not started; it is now";
    } catch (BundleException e) {
      return "cannot be resolved: "
          + String.valueOf(e.getMessage()).lines().map(String::strip).collect(Collectors.joining(" "));
    }
  }
}
