package org.leibniz.model.recorded.internal;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.leibniz.api.Config;
import org.leibniz.api.model.Model;
import org.leibniz.api.model.ModelBackend;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.plugin.Plugin;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Opens recordings as models. */
@Component(scope = ServiceScope.PROTOTYPE, service = ModelBackend.class, property = Plugin.ID + "=recorded")
public final class RecordedBackend implements ModelBackend {
  @Override
  public Model open(Config config) {
    Path path = config.path("path").orElseThrow(() -> config.wrong("path", "is missing; name the recording"));
    String formatId = config.text("format", "jsonl");
    RecordingFormat format = RecordingFormat.BY_ID.get(formatId);
    if (format == null) {
      throw config.wrong("format", "expected one of " + String.join(", ", new TreeMap<>(RecordingFormat.BY_ID).keySet()));
    }
    RecordingFile file = RecordingFile.read(path, format);
    String fileName = path.getFileName().toString().replaceFirst("\\.jsonl(\\.gz)?$", "");
    Map<String, String> traits = new HashMap<>(format.traits(file.recordings()));
    traits.put("format", formatId);
    traits.put("origin", config.text("origin", "recorded"));
    config.text("dialect").ifPresent(dialect -> traits.put("dialect", dialect));
    ModelInfo info = new ModelInfo(config.text("name", fileName), file.digest(), traits);
    Optional<RecordedReply> silence =
        config.text("missing", "excluded").equals("unanswered") ? Optional.of(format.silence()) : Optional.empty();
    return new RecordedModel(file, info, silence);
  }
}
