package org.leibniz.templates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.leibniz.api.LeibnizException;

/** A set of templates in order of their names. Immutable. */
public record Templates(List<Template> all) {
  private static final String ENDING = ".template";

  public Templates {
    all = List.copyOf(all);
  }

  /** Those that come with Leibniz, at least eight for each subject of MATH. */
  public static Templates builtIn() {
    List<Template> templates = new ArrayList<>();
    for (String name : resource("index").lines().toList()) {
      templates.add(TemplateReader.read(Path.of(name + ENDING), resource(name + ENDING)));
    }
    return new Templates(templates);
  }

  private static String resource(String name) {
    try (InputStream in = Templates.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file that ends in {@code .template} in a folder and its subfolders; bad input where one cannot be read. */
  public static Templates in(Path folder) {
    try (Stream<Path> files = Files.walk(folder, 4)) {
      List<Path> sorted = files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
      Map<String, Path> places = new HashMap<>();
      List<Template> templates = new ArrayList<>();
      for (Path file : sorted) {
        Template template = TemplateReader.read(file, read(file));
        Path earlier = places.putIfAbsent(template.id(), file);
        if (earlier != null) {
          throw LeibnizException.badInput(file, 0, "", "has the name of " + earlier + ": every template needs its own");
        }
        templates.add(template);
      }
      if (templates.isEmpty()) {
        throw LeibnizException.badInput(folder, 0, "", "holds no files that end in " + ENDING);
      }
      return new Templates(templates);
    } catch (IOException | UncheckedIOException e) {
      throw LeibnizException.badInput(folder, 0, "", "cannot be read; expected a folder of templates");
    }
  }

  private static String read(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (MalformedInputException e) {
      throw LeibnizException.badInput(file, 0, "", "is not valid UTF-8");
    }
  }

  /** The subjects in order of the alphabet. */
  public List<String> subjects() {
    return all.stream().map(Template::subject).distinct().sorted().toList();
  }
}
