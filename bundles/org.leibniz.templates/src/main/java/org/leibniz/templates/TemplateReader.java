package org.leibniz.templates;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leibniz.api.LeibnizException;
import org.leibniz.templates.Template.Turn;

/**
 * Reads the file of one template. Sections begin with a line {@code === NAME}; before the first stand the subject and
 * remarks. For one use.
 */
final class TemplateReader {
  private static final Pattern LEVEL = Pattern.compile("level ([1-5])");
  private static final Pattern PRINTED = Pattern.compile("(?s)(.*\n|)print\\((.*)\\)");
  private static final String SECTION = "=== ";
  private static final String TURN = "--- ";
  private static final String SUBJECT = "subject:";
  private static final List<String> KNOWN =
      List.of(
          "values", "questions", "unseen questions", "answer", "rationale", "plan", "program", "echo", "interleaved");

  private final Path file;
  private final Map<String, Section> sections = new LinkedHashMap<>();
  private String subject = "";

  /** The lines of a section and the number of the first. */
  private record Section(int start, List<String> lines) {
    String text() {
      return String.join("\n", lines).strip();
    }
  }

  private TemplateReader(Path file) {
    this.file = file;
  }

  /** Reads a template; {@code file} names it, also in messages. */
  static Template read(Path file, String text) {
    TemplateReader reader = new TemplateReader(file);
    reader.split(text);
    return reader.template();
  }

  private void split(String text) {
    Section current = null;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.startsWith(SECTION)) {
        String name = line.substring(SECTION.length()).strip();
        current = new Section(number + 1, new ArrayList<>());
        boolean known = KNOWN.contains(name) || LEVEL.matcher(name).matches();
        if (!known || sections.putIfAbsent(name, current) != null) {
          String sectionNames = "level 1 to level 5, " + String.join(", ", KNOWN);
          throw wrong(number, "expected each of the sections " + sectionNames + " once at most, found '" + name + "'");
        }
      } else if (current != null) {
        current.lines().add(line.stripTrailing());
      } else if (line.startsWith(SUBJECT)) {
        subject = line.substring(SUBJECT.length()).strip();
      }
    }
    if (subject.isEmpty()) {
      throw wrong(1, "expected a line  subject: NAME  before the first section");
    }
  }

  private Template template() {
    Map<Integer, List<Rule>> levels = new TreeMap<>();
    sections.forEach(
        (name, section) -> {
          Matcher level = LEVEL.matcher(name);
          if (level.matches()) {
            levels.put(Integer.valueOf(level.group(1)), eachLine(section, Rule::read));
          }
        });
    if (levels.isEmpty()) {
      throw wrong(0, "has no section  === level 1  or another level");
    }
    Map<Wording, List<Phrase>> wordings = new EnumMap<>(Wording.class);
    wordings.put(Wording.SEEN, eachLine(needed("questions"), Phrase::read));
    wordings.put(Wording.UNSEEN, eachLine(needed("unseen questions"), Phrase::read));
    String name = file.getFileName().toString();
    return new Template(
        name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name,
        subject,
        levels,
        Optional.ofNullable(sections.get("values")).map(section -> eachLine(section, Rule::read)).orElse(List.of()),
        wordings,
        new Template.Solutions(phrase("answer"), phrase("rationale"), phrase("program"), interleaved()));
  }

  private List<Turn> interleaved() {
    Section written = sections.get("interleaved");
    return written == null ? usualTurns() : writtenTurns(written);
  }

  /** The plan, the program with its value shown in place of printed, and the answer. */
  private List<Turn> usualTurns() {
    Section program = needed("program");
    Matcher printed = PRINTED.matcher(program.text());
    if (!printed.matches()) {
      throw wrong(program.start(), "expected a last line print(…), or a section  === interleaved");
    }
    String answer = needed("answer").text();
    String echo = sections.containsKey("echo") ? sections.get("echo").text() : answer;
    return List.of(
        new Turn(Block.Kind.TEXT, phrase("plan")),
        new Turn(Block.Kind.CODE, Phrase.read(printed.group(1) + printed.group(2))),
        new Turn(Block.Kind.EXECUTION, Phrase.read(echo)),
        new Turn(Block.Kind.TEXT, Phrase.read("The answer is " + answer + ".")));
  }

  private List<Turn> writtenTurns(Section section) {
    List<Turn> turns = new ArrayList<>();
    Block.Kind kind = null;
    List<String> lines = new ArrayList<>();
    int number = section.start() - 1;
    for (String line : section.lines()) {
      number++;
      if (!line.startsWith(TURN)) {
        lines.add(line);
        continue;
      }
      turn(kind, lines).ifPresent(turns::add);
      lines.clear();
      kind = kind(number, line.substring(TURN.length()).strip());
    }
    turn(kind, lines).ifPresent(turns::add);
    if (turns.isEmpty() || turns.getLast().kind() != Block.Kind.TEXT) {
      throw wrong(
          section.start(), "expected blocks begun by  --- text, --- code  and  --- execution, the last one a text");
    }
    return List.copyOf(turns);
  }

  private Block.Kind kind(int line, String name) {
    for (Block.Kind kind : Block.Kind.values()) {
      if (kind.id().equals(name)) {
        return kind;
      }
    }
    throw wrong(line, "expected --- text, --- code or --- execution, found '" + name + "'");
  }

  private static Optional<Turn> turn(Block.Kind kind, List<String> lines) {
    return Optional.ofNullable(kind).map(known -> new Turn(known, Phrase.read(String.join("\n", lines).strip())));
  }

  private Phrase phrase(String name) {
    Section section = needed(name);
    try {
      return Phrase.read(section.text());
    } catch (Misfit e) {
      throw wrong(section.start(), e.getMessage());
    }
  }

  private Section needed(String name) {
    Section section = sections.get(name);
    if (section == null || section.text().isEmpty()) {
      throw wrong(0, "has no section  === " + name);
    }
    return section;
  }

  private <T> List<T> eachLine(Section section, Function<String, T> reader) {
    List<T> read = new ArrayList<>();
    int number = section.start();
    for (String line : section.lines()) {
      if (!line.isBlank()) {
        try {
          read.add(reader.apply(line.strip()));
        } catch (Misfit e) {
          throw wrong(number, e.getMessage());
        }
      }
      number++;
    }
    return List.copyOf(read);
  }

  private LeibnizException wrong(int line, String problem) {
    return LeibnizException.badInput(file, line, "", problem);
  }
}
