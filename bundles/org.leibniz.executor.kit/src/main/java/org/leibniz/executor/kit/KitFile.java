package org.leibniz.executor.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.leibniz.api.executor.Status;
import org.leibniz.executor.kit.KitProgram.Block;
import org.leibniz.executor.kit.KitProgram.Text;

/**
 * Reads a file of programs. Every line that does not begin as below is code.
 *
 * <pre>
 * # === NAME                      begins a program
 * # --- then                      begins its next block
 * # --> value                     the echoed value; {@code stdout} and {@code stderr} alike, these with a line end
 * # --> stdout, no line end
 * # --> value of 50002 characters
 * # --> error TYPE: MESSAGE       or the type alone, or nothing for any error
 * # --> ends STATUS, STATUS       in place of all others, for a program that need only be contained; {@code any}
 * # --> hides TEXT                with it: what the result may not show
 * # | TEXT                        a line of the text before it
 * # ~ TEXT                        the same with Python's escapes for control characters
 * </pre>
 *
 * What is not named must be absent: a block without anything gives neither output nor value nor error.
 */
final class KitFile {
  private static final String PROGRAM = "# === ";
  private static final String BLOCK = "# --- then";
  private static final String EXPECTED = "# --> ";
  private static final String ANY_ERROR = "*";

  private final String topic;
  private final List<KitProgram> programs = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder code = new StringBuilder();
  private final List<String> hidden = new ArrayList<>();
  private String name = "";
  private Text value = Text.NONE;
  private Text stdout = Text.NONE;
  private Text stderr = Text.NONE;
  private String errorType = "";
  private String errorMessage = "";
  private Set<Status> ends;
  private int line;

  private KitFile(String topic) {
    this.topic = topic;
  }

  /** The programs of a file; an exception that names the line where the file is wrong. */
  static List<KitProgram> read(String topic, String text) {
    return new KitFile(topic).programs(text.split("\n", -1));
  }

  private List<KitProgram> programs(String[] lines) {
    for (line = 0; line < lines.length; line++) {
      String text = lines[line];
      if (text.startsWith(PROGRAM)) {
        endProgram();
        name = text.substring(PROGRAM.length());
      } else if (text.equals(BLOCK)) {
        endBlock();
      } else if (text.startsWith(EXPECTED)) {
        expected(text.substring(EXPECTED.length()), lines);
      } else if (!name.isEmpty()) {
        code.append(text).append('\n');
      }
    }
    endProgram();
    return programs;
  }

  private void expected(String what, String[] lines) {
    String[] words = what.split(" ", 2);
    String rest = words.length > 1 ? words[1] : "";
    switch (words[0]) {
      case "value" -> value = text(rest, "", lines);
      case "stdout", "stdout," -> stdout = text(rest, words[0].endsWith(",") ? "" : "\n", lines);
      case "stderr", "stderr," -> stderr = text(rest, words[0].endsWith(",") ? "" : "\n", lines);
      case "error" -> error(rest);
      case "ends" -> ends = statuses(rest);
      case "hides" -> hidden.add(rest);
      default -> throw wrong("expected value, stdout, stderr, error, ends or hides");
    }
  }

  private Text text(String rest, String end, String[] lines) {
    if (rest.startsWith("of ")) {
      return Text.ofLength(Integer.parseInt(rest.substring(3, rest.indexOf(" characters"))));
    }
    List<String> written = new ArrayList<>();
    while (line + 1 < lines.length && (lines[line + 1].startsWith("# |") || lines[line + 1].startsWith("# ~ "))) {
      String next = lines[++line];
      written.add(next.startsWith("# ~") ? unescaped(next.substring(4)) : next.length() > 4 ? next.substring(4) : "");
    }
    if (written.isEmpty()) {
      throw wrong("expected lines of text");
    }
    return Text.of(String.join("\n", written) + end);
  }

  private void error(String rest) {
    int colon = rest.indexOf(": ");
    errorType = rest.isEmpty() ? ANY_ERROR : colon < 0 ? rest : rest.substring(0, colon);
    errorMessage = colon < 0 ? "" : rest.substring(colon + 2);
  }

  private Set<Status> statuses(String rest) {
    Set<Status> statuses = EnumSet.noneOf(Status.class);
    if (!rest.equals("any")) {
      Arrays.stream(rest.split(", ")).map(word -> Status.valueOf(word.toUpperCase(Locale.ROOT))).forEach(statuses::add);
    }
    return statuses;
  }

  /** Control characters are written as in Python, a backslash twice. */
  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        plain.append(c);
        continue;
      }
      char kind = text.charAt(++i);
      switch (kind) {
        case 'r' -> plain.append('\r');
        case 'x' -> {
          plain.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
          i += 2;
        }
        default -> plain.append(kind);
      }
    }
    return plain.toString();
  }

  private void endBlock() {
    KitProgram.Expected expected =
        ends == null
            ? new KitProgram.Exactly(value, stdout, stderr, errorType, errorMessage)
            : new KitProgram.Contained(ends, List.copyOf(hidden));
    blocks.add(new Block(code.toString(), expected));
    code.setLength(0);
    value = stdout = stderr = Text.NONE;
    errorType = errorMessage = "";
    ends = null;
    hidden.clear();
  }

  private void endProgram() {
    if (name.isEmpty()) {
      return;
    }
    endBlock();
    programs.add(new KitProgram(topic, name, List.copyOf(blocks)));
    blocks.clear();
  }

  private IllegalStateException wrong(String what) {
    return new IllegalStateException("kit file " + topic + ", line " + (line + 1) + ": " + what);
  }
}
