package org.leibniz.engine.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.leibniz.api.Config;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.metric.Accumulator;
import org.leibniz.api.metric.GradedSample;
import org.leibniz.api.metric.Measure;
import org.leibniz.api.metric.Metric;
import org.leibniz.api.metric.Slice;
import org.leibniz.api.plugin.Kind;
import org.leibniz.engine.RunMeasures;
import org.leibniz.plugins.PluginLease;
import org.leibniz.plugins.Plugins;
import org.leibniz.store.Grading;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Feeds the samples of a run, read once, to every metric for every slice they belong to. */
@Component(service = RunMeasures.class)
public final class InstalledMeasures implements RunMeasures {
  private static final List<String> DIMENSIONS = List.of("all", "subject", "level", "outcome");

  private final Plugins plugins;

  @Activate
  public InstalledMeasures(@Reference Plugins plugins) {
    this.plugins = plugins;
  }

  @Override
  public Map<Slice, Map<String, Measure>> measure(
      RunStore store, RunRow run, Grading grading, List<String> metrics) {
    try (PluginLease lease = plugins.lease()) {
      Map<String, Metric> instances = new LinkedHashMap<>();
      for (String id : metrics.isEmpty() ? plugins.ids(Kind.METRIC) : metrics) {
        Metric metric = lease.get(Kind.METRIC, id, Metric.class).instance();
        metric.configure(Config.of(SchemaDefaults.complete(plugins.descriptor(Kind.METRIC, id), Map.of())));
        instances.put(id, metric);
      }
      return measured(store, run, grading, instances);
    }
  }

  private static Map<Slice, Map<String, Measure>> measured(
      RunStore store, RunRow run, Grading grading, Map<String, Metric> metrics) {
    Map<Slice, Map<String, Accumulator>> running = new TreeMap<>(InstalledMeasures::order);
    running.put(Slice.ALL, started(metrics, Slice.ALL));
    try (Stream<GradedSample> samples = store.graded(run.key(), grading.key())) {
      samples.forEach(
          sample -> {
            for (Slice slice : slices(sample)) {
              running
                  .computeIfAbsent(slice, one -> started(metrics, one))
                  .forEach((id, accumulator) -> guarded(id, () -> accumulator.add(sample)));
            }
          });
    }
    Map<Slice, Map<String, Measure>> measures = new LinkedHashMap<>();
    running.forEach(
        (slice, accumulators) -> {
          Map<String, Measure> row = new LinkedHashMap<>();
          accumulators.forEach(
              (id, accumulator) ->
                  row.put(id, PluginBoundary.call("metric " + id, ErrorCode.PLUGIN_FAILED, accumulator::result)));
          measures.put(slice, row);
        });
    return measures;
  }

  private static void guarded(String id, Runnable call) {
    PluginBoundary.call(
        "metric " + id,
        ErrorCode.PLUGIN_FAILED,
        () -> {
          call.run();
          return id;
        });
  }

  private static Map<String, Accumulator> started(Map<String, Metric> metrics, Slice slice) {
    Map<String, Accumulator> accumulators = new LinkedHashMap<>();
    metrics.forEach(
        (id, metric) ->
            accumulators.put(
                id, PluginBoundary.call("metric " + id, ErrorCode.PLUGIN_FAILED, () -> metric.start(slice))));
    return accumulators;
  }

  private static List<Slice> slices(GradedSample sample) {
    List<Slice> slices = new ArrayList<>();
    slices.add(Slice.ALL);
    slices.add(new Slice("subject", sample.subject()));
    if (sample.level() > 0) {
      slices.add(new Slice("level", Integer.toString(sample.level())));
    }
    slices.add(new Slice("outcome", sample.outcome().id()));
    return slices;
  }

  private static int order(Slice a, Slice b) {
    int byDimension = Integer.compare(DIMENSIONS.indexOf(a.dimension()), DIMENSIONS.indexOf(b.dimension()));
    if (byDimension != 0) {
      return byDimension;
    }
    return a.dimension().equals("level")
        ? Integer.compare(Integer.parseInt(a.value()), Integer.parseInt(b.value()))
        : a.value().compareTo(b.value());
  }
}
