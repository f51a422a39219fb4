package org.leibniz.api.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Choice;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.model.Part;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.strategy.Shot;

/**
 * A prompt as a readable file. Sections begin with a line {@code === NAME}; a section's text is everything up to the next
 * such line, without the last line break, so that blank lines count. Lines before the first section are remarks.
 *
 * <ul>
 *   <li>{@code start}: sent first, once
 *   <li>{@code shot}: for each worked example; {@code {question} {choices} {rationale} {program} {answer}}
 *   <li>{@code problem}: the problem; {@code {question} {choices}} and the attributes of the problem by name
 *   <li>{@code problem choice}: in place of {@code problem} for multiple choice, where it differs
 *   <li>{@code second}, {@code second choice}: what a strategy with a second call puts after the first reply
 *   <li>{@code choices}: put in place of {@code {choices}} for multiple choice, with {@code {list}} for the options
 *   <li>{@code choice}: one option; {@code {label} {text}}
 *   <li>{@code stops}: stop strings, one a line, {@code \n} for a line break
 *   <li>{@code control}: names of control tokens, one a line; only where the template itself writes them do they become
 *       control tokens, never in what is filled in
 * </ul>
 *
 * Immutable.
 */
public final class PromptTemplate {
  private static final List<String> SECTIONS =
      List.of(
          "start", "shot", "problem", "problem choice", "second", "second choice", "choices", "choice", "stops", "control");

  private final Map<String, List<Piece>> sections;
  private final List<String> stops;

  /** A piece of a section: literal text, a control token, or a name to fill in. */
  private sealed interface Piece {
    record Literal(String text) implements Piece {}

    record Token(String token) implements Piece {}

    record Placeholder(String name) implements Piece {}
  }

  private PromptTemplate(Map<String, List<Piece>> sections, List<String> stops) {
    this.sections = sections;
    this.stops = stops;
  }

  /**
   * The template that {@code key} of a strategy's configuration names: a file where it contains a {@code /} or ends in
   * {@code .prompt}, else one that comes with the strategy, in {@code prompts/NAME.prompt} beside {@code owner}.
   */
  public static PromptTemplate from(Config config, String key, String fallback, Class<?> owner) {
    String name = config.text(key, fallback);
    if (name.contains("/") || name.endsWith(".prompt")) {
      return read(config.path(key).orElseThrow());
    }
    try (InputStream in = owner.getResourceAsStream("prompts/" + name + ".prompt")) {
      if (in == null) {
        throw config.wrong(key, "no prompt '" + name + "' comes with this strategy; for a file write ./" + name + ".prompt");
      }
      return parse(Path.of(name + ".prompt"), new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw config.wrong(key, "cannot be read: " + e.getMessage());
    }
  }

  private static PromptTemplate read(Path file) {
    try {
      return parse(file, Files.readString(file));
    } catch (IOException e) {
      throw LeibnizException.badInput(file, 0, "", "no such file, or not UTF-8; expected a prompt template");
    }
  }

  /** Reads a template; {@code file} names it in messages. */
  public static PromptTemplate parse(Path file, String text) {
    Map<String, StringBuilder> texts = new LinkedHashMap<>();
    StringBuilder current = null;
    int number = 0;
    for (String line : (text.endsWith("\n") ? text.substring(0, text.length() - 1) : text).split("\n", -1)) {
      number++;
      if (line.startsWith("=== ")) {
        String name = line.substring(4).strip();
        if (!SECTIONS.contains(name) || texts.containsKey(name)) {
          throw LeibnizException.badInput(
              file, number, "", "expected each of the sections " + String.join(", ", SECTIONS) + " once at most, found '" + name + "'");
        }
        current = new StringBuilder();
        texts.put(name, current);
      } else if (current != null) {
        current.append(line).append('\n');
      }
    }
    if (!texts.containsKey("problem")) {
      throw LeibnizException.badInput(file, 0, "", "has no section  === problem");
    }
    List<String> control = lines(texts.remove("control"));
    List<String> stops = lines(texts.remove("stops"));
    Map<String, List<Piece>> sections = new LinkedHashMap<>();
    texts.forEach((name, body) -> sections.put(name, pieces(withoutLastBreak(body), control)));
    return new PromptTemplate(sections, stops.stream().map(stop -> stop.replace("\\n", "\n")).toList());
  }

  private static String withoutLastBreak(StringBuilder body) {
    return body.isEmpty() ? "" : body.substring(0, body.length() - 1);
  }

  private static List<String> lines(StringBuilder body) {
    return body == null ? List.of() : body.toString().lines().filter(line -> !line.isBlank()).toList();
  }

  private static List<Piece> pieces(String text, List<String> control) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    int at = 0;
    while (at < text.length()) {
      Piece special = specialAt(text, at, control);
      if (special == null) {
        at++;
        continue;
      }
      if (at > from) {
        pieces.add(new Piece.Literal(text.substring(from, at)));
      }
      pieces.add(special);
      at +=
          switch (special) {
            case Piece.Token(String token) -> token.length();
            case Piece.Placeholder(String name) -> name.length() + 2;
            case Piece.Literal(String literal) -> literal.length();
          };
      from = at;
    }
    if (at > from) {
      pieces.add(new Piece.Literal(text.substring(from)));
    }
    return pieces;
  }

  private static Piece specialAt(String text, int at, List<String> control) {
    for (String token : control) {
      if (text.startsWith(token, at)) {
        return new Piece.Token(token);
      }
    }
    if (text.charAt(at) != '{') {
      return null;
    }
    int end = at + 1;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    boolean closed = end > at + 1 && end < text.length() && text.charAt(end) == '}';
    return closed ? new Piece.Placeholder(text.substring(at + 1, end)) : null;
  }

  /** Stop strings the template asks for, empty where it names none. */
  public List<String> stops() {
    return stops;
  }

  /** The prompt for a problem after worked examples. */
  public Prompt render(Problem problem, List<Shot> shots) {
    return render(problem, shots, Map.of());
  }

  /**
   * The prompt for a problem after worked examples.
   *
   * @param more further values, for instance {@code system}; they win over the problem's attributes
   */
  public Prompt render(Problem problem, List<Shot> shots, Map<String, String> more) {
    Rendering out = new Rendering();
    fill(out, "start", more);
    for (Shot shot : shots) {
      Map<String, String> values = new LinkedHashMap<>(more);
      values.put("question", shot.question());
      values.put("choices", choices(shot.choices()));
      values.put("rationale", shot.rationale());
      values.put("program", shot.program());
      values.put("answer", shot.answer());
      fill(out, "shot", values);
    }
    Map<String, String> values = new LinkedHashMap<>(problem.attributes());
    values.put("question", problem.question());
    values.put("choices", choices(problem.choices()));
    values.putAll(more);
    fill(out, section("problem", problem), values);
    return new Prompt(out.parts());
  }

  /** What comes after the first reply, before the second call; empty where the template has no such section. */
  public Prompt second(Problem problem) {
    Rendering out = new Rendering();
    fill(out, section("second", problem), Map.of());
    return new Prompt(out.parts());
  }

  private String section(String name, Problem problem) {
    String variant = name + " choice";
    return problem.isMultipleChoice() && sections.containsKey(variant) ? variant : name;
  }

  private String choices(List<Choice> choices) {
    if (choices.isEmpty()) {
      return "";
    }
    StringBuilder list = new StringBuilder();
    for (Choice choice : choices) {
      list.append(filled("choice", Map.of("label", choice.label(), "text", choice.text())));
    }
    return filled("choices", Map.of("list", list.toString()));
  }

  private String filled(String section, Map<String, String> values) {
    Rendering out = new Rendering();
    fill(out, section, values);
    return new Prompt(out.parts()).rendered();
  }

  private void fill(Rendering out, String section, Map<String, String> values) {
    for (Piece piece : sections.getOrDefault(section, List.of())) {
      switch (piece) {
        case Piece.Literal(String text) -> out.text(text);
        case Piece.Token(String token) -> out.control(token);
        case Piece.Placeholder(String name) -> out.text(values.getOrDefault(name, "{" + name + "}"));
      }
    }
  }

  /** Parts under construction; neighbouring texts become one. */
  private static final class Rendering {
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    void text(String more) {
      text.append(more);
    }

    void control(String token) {
      flush();
      parts.add(new Part.Control(token));
    }

    private void flush() {
      if (!text.isEmpty()) {
        parts.add(new Part.Text(text.toString()));
        text.setLength(0);
      }
    }

    List<Part> parts() {
      flush();
      return parts;
    }
  }
}
