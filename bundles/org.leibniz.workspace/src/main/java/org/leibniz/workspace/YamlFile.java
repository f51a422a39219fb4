package org.leibniz.workspace;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leibniz.api.LeibnizException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML (or JSON) file as a tree of maps, lists, texts, numbers and booleans that remembers the line of every field.
 * Values are plain data: no tag makes an object.
 *
 * @param file where it was read from
 * @param root the top-level mapping
 * @param lines 1-based line of each field by its dotted path, for instance {@code strategy.maxRounds}
 */
public record YamlFile(Path file, Map<String, Object> root, Map<String, Integer> lines) {
  private static final int MAX_DEPTH = 40;
  private static final long MAX_BYTES = 16L << 20;

  /** Reads a file; a missing, unreadable or malformed one is refused with one line. */
  public static YamlFile read(Path file) {
    return parse(file, readText(file));
  }

  /** Reads YAML that was not read from a file of the user's; {@code file} names it in messages. */
  public static YamlFile parse(Path file, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit((int) MAX_BYTES);
    try {
      Node node = new Yaml(options).compose(new StringReader(text));
      Map<String, Integer> lines = new LinkedHashMap<>();
      if (node == null) {
        return new YamlFile(file, Map.of(), lines);
      }
      if (!(node instanceof MappingNode mapping)) {
        throw LeibnizException.badInput(file, 1, "", "expected a mapping of keys to values at the top");
      }
      return new YamlFile(file, new Reader(file, lines).mapping(mapping, "", 0), lines);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw LeibnizException.badInput(file, line, "", "not valid YAML: " + oneLine(e.getProblem()));
    } catch (YAMLException e) {
      throw LeibnizException.badInput(file, 0, "", "not valid YAML: " + oneLine(e.getMessage()));
    }
  }

  private static String readText(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw LeibnizException.badInput(file, 0, "", "is larger than 16 MiB; expected a YAML file written by hand");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
    } catch (NoSuchFileException e) {
      throw LeibnizException.badInput(file, 0, "", "no such file");
    } catch (CharacterCodingException e) {
      throw LeibnizException.badInput(file, 0, "", "is not valid UTF-8");
    } catch (IOException e) {
      throw LeibnizException.badInput(file, 0, "", "cannot be read: " + e.getMessage());
    }
  }

  /** {@code FILE:LINE} of a field, or of the nearest enclosing field that has a line. */
  public String locate(String field) {
    for (String path = field; !path.isEmpty(); path = parent(path)) {
      Integer line = lines.get(path);
      if (line != null) {
        return file + ":" + line;
      }
    }
    return file.toString();
  }

  private static String parent(String path) {
    int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
    return cut < 0 ? "" : path.substring(0, cut);
  }

  private static String oneLine(String message) {
    return message == null ? "unknown problem" : message.lines().findFirst().orElse("unknown problem");
  }

  /** Turns nodes into plain values. */
  private record Reader(Path file, Map<String, Integer> lines) {
    Map<String, Object> mapping(MappingNode node, String prefix, int depth) {
      Map<String, Object> map = new LinkedHashMap<>();
      for (NodeTuple tuple : node.getValue()) {
        int line = tuple.getKeyNode().getStartMark().getLine() + 1;
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
          throw LeibnizException.badInput(file, line, prefix, "a key must be plain text");
        }
        String name = key.getValue();
        if (map.containsKey(name)) {
          throw LeibnizException.badInput(file, line, prefix + name, "is given twice");
        }
        lines.put(prefix + name, line);
        map.put(name, value(tuple.getValueNode(), prefix + name, depth + 1));
      }
      return map;
    }

    Object value(Node node, String path, int depth) {
      int line = node.getStartMark().getLine() + 1;
      if (depth > MAX_DEPTH) {
        throw LeibnizException.badInput(file, line, path, "is nested more than " + MAX_DEPTH + " levels deep");
      }
      lines.putIfAbsent(path, line);
      return switch (node) {
        case MappingNode mapping -> mapping(mapping, path + ".", depth);
        case SequenceNode sequence -> sequence(sequence, path, depth);
        case ScalarNode scalar -> scalar(scalar, path, line);
        default -> throw LeibnizException.badInput(file, line, path, "expected a value");
      };
    }

    private List<Object> sequence(SequenceNode node, String path, int depth) {
      List<Object> list = new ArrayList<>();
      for (Node element : node.getValue()) {
        list.add(value(element, path + "[" + list.size() + "]", depth + 1));
      }
      return list;
    }

    private Object scalar(ScalarNode node, String path, int line) {
      String text = node.getValue();
      Tag tag = node.getTag();
      if (tag.equals(Tag.NULL)) {
        throw LeibnizException.badInput(file, line, path, "has no value");
      }
      if (tag.equals(Tag.BOOL) && (text.equals("true") || text.equals("false"))) {
        return Boolean.valueOf(text);
      }
      try {
        if (tag.equals(Tag.INT) && text.matches("[-+]?[0-9]+")) {
          return Long.valueOf(text);
        }
        if (tag.equals(Tag.FLOAT) && text.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")) {
          return Double.valueOf(text);
        }
      } catch (NumberFormatException e) {
        throw LeibnizException.badInput(file, line, path, "the number " + text + " is out of range");
      }
      return text;
    }
  }
}
