package org.leibniz.templates.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.templates.Exercise;
import org.leibniz.templates.Generator;
import org.leibniz.templates.Templates;
import org.leibniz.templates.Wording;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * Test problems drawn from templates as they are needed: no file holds them. The same configuration gives the same
 * problems, and an id is made of the question, so that two draws share the ids of what they have in common.
 */
@Component(scope = ServiceScope.PROTOTYPE, service = DatasetSource.class, property = Plugin.ID + "=templates")
public final class TemplatesSource implements DatasetSource {
  private static final int MOST = 10_000;

  @Override
  public Dataset open(Config config) {
    Templates templates = config.path("path").map(Templates::in).orElseGet(Templates::builtIn);
    Wording wording = config.choice("wording", Wording.class, Wording.SEEN);
    long perTemplate = config.integer("perTemplate", 5);
    if (perTemplate < 1 || perTemplate > MOST) {
      throw config.wrong("perTemplate", "expected a whole number from 1 to " + MOST + ", found " + perTemplate);
    }
    List<Problem> problems = new ArrayList<>();
    MessageDigest digest = sha256();
    Generator generator = new Generator(templates, config.integer("seed", 0));
    for (Exercise exercise : generator.test(wording, (int) perTemplate)) {
      problems.add(exercise.problem(id(exercise), problems.size()));
      digest.update((exercise.question() + "\n" + exercise.answer() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    String path = config.path("path").map(Object::toString).orElse("templates of Leibniz");
    String split = wording == Wording.SEEN ? "test" : "unseen wordings";
    return new Dataset("templates", split, path, HexFormat.of().formatHex(digest.digest()), problems);
  }

  private static String id(Exercise exercise) {
    byte[] question = sha256().digest(exercise.question().getBytes(StandardCharsets.UTF_8));
    return exercise.template() + "-" + HexFormat.of().formatHex(question, 0, 6);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
