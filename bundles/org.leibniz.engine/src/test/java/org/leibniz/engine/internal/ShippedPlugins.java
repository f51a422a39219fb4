package org.leibniz.engine.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.leibniz.api.plugin.Descriptor;
import org.leibniz.api.plugin.Kind;
import org.leibniz.dataset.competition.MathSource;
import org.leibniz.dataset.exams.AquaRatSource;
import org.leibniz.dataset.exams.MmluMathSource;
import org.leibniz.dataset.exams.SatMathSource;
import org.leibniz.dataset.wordproblems.Gsm8kSource;
import org.leibniz.dataset.wordproblems.MawpsSource;
import org.leibniz.dataset.wordproblems.SvampSource;
import org.leibniz.grader.published.abel.AbelGrader;
import org.leibniz.grader.published.mammoth.MammothGrader;
import org.leibniz.grader.published.mathcoder.MathCoderGrader;
import org.leibniz.grader.published.mathcoder.MathCoderRawGrader;
import org.leibniz.grader.published.pot.PotGrader;
import org.leibniz.grader.published.tora.ToraGrader;
import org.leibniz.grader.published.wizardmath.WizardMathGrader;
import org.leibniz.grader.published.zeroshot.ZeroShotGrader;
import org.leibniz.strategy.cot.internal.ChainOfThought;
import org.leibniz.strategy.hybrid.internal.ProgramAndProse;
import org.leibniz.strategy.interleaved.internal.InterleavedDecoding;
import org.leibniz.strategy.pot.internal.ProgramOfThoughts;

/** The strategies, graders and dataset sources that Leibniz comes with, under the descriptors in their bundles. */
final class ShippedPlugins {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ShippedPlugins() {}

  static ListedPlugins all() {
    ListedPlugins plugins = new ListedPlugins();
    add(plugins, Kind.DATASET, "gsm8k", Gsm8kSource::new);
    add(plugins, Kind.DATASET, "svamp", SvampSource::new);
    add(plugins, Kind.DATASET, "mawps", MawpsSource::new);
    add(plugins, Kind.DATASET, "math", MathSource::new);
    add(plugins, Kind.DATASET, "aqua-rat", AquaRatSource::new);
    add(plugins, Kind.DATASET, "mmlu-math", MmluMathSource::new);
    add(plugins, Kind.DATASET, "sat-math", SatMathSource::new);
    add(plugins, Kind.STRATEGY, "cot", ChainOfThought::new);
    add(plugins, Kind.STRATEGY, "pot", ProgramOfThoughts::new);
    add(plugins, Kind.STRATEGY, "interleaved", InterleavedDecoding::new);
    add(plugins, Kind.STRATEGY, "hybrid", ProgramAndProse::new);
    add(plugins, Kind.GRADER, "mathcoder", MathCoderGrader::new);
    add(plugins, Kind.GRADER, "mathcoder-raw", MathCoderRawGrader::new);
    add(plugins, Kind.GRADER, "mammoth", MammothGrader::new);
    add(plugins, Kind.GRADER, "wizardmath", WizardMathGrader::new);
    add(plugins, Kind.GRADER, "tora", ToraGrader::new);
    add(plugins, Kind.GRADER, "pot", PotGrader::new);
    add(plugins, Kind.GRADER, "abel", AbelGrader::new);
    add(plugins, Kind.GRADER, "zero-shot-cot", ZeroShotGrader::new);
    return plugins;
  }

  private static void add(ListedPlugins plugins, Kind kind, String id, Supplier<?> factory) {
    plugins.with(descriptor(kind, id), factory);
  }

  private static Descriptor descriptor(Kind kind, String id) {
    String resource = "/LEIBNIZ-INF/" + kind.id() + "-" + id + ".json";
    try (InputStream in = ShippedPlugins.class.getResourceAsStream(resource)) {
      JsonNode tree = JSON.readTree(in);
      Set<String> capabilities = new HashSet<>();
      tree.path("capabilities").forEach(capability -> capabilities.add(capability.asText()));
      Map<String, Object> schema = JSON.convertValue(tree.path("schema"), new TypeReference<>() {});
      return new Descriptor(
          kind, id, tree.path("label").asText(), "1.0", tree.path("description").asText(),
          schema == null ? Map.of("type", "object") : schema, capabilities);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
