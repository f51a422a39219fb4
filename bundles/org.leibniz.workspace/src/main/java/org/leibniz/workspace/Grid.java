package org.leibniz.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Expands lists written in place of values: the product of all axes, in the order they were written. */
final class Grid {
  /**
   * One combination.
   *
   * @param values the tree with every axis replaced by one of its values
   * @param label the chosen values, joined by {@code /}; empty where there is no axis
   */
  record Cell(Map<String, Object> values, String label) {}

  private static final List<String> PLUGIN_AXES = List.of("dataset", "strategy", "executor");
  private static final List<String> PLAIN_AXES = List.of("preset", "seed", "samples", "limit");

  private final GridRules rules;

  Grid(GridRules rules) {
    this.rules = rules;
  }

  List<Cell> expand(Map<String, Object> root) {
    List<Cell> cells = List.of(new Cell(Map.of(), ""));
    for (Map.Entry<String, Object> entry : root.entrySet()) {
      List<Alternative> alternatives = alternatives(entry.getKey(), entry.getValue());
      List<Cell> next = new ArrayList<>();
      for (Cell cell : cells) {
        for (Alternative alternative : alternatives) {
          Map<String, Object> values = new LinkedHashMap<>(cell.values());
          values.put(entry.getKey(), alternative.value());
          next.add(new Cell(values, join(cell.label(), alternative.label())));
        }
      }
      cells = next;
    }
    return cells;
  }

  private record Alternative(Object value, String label) {}

  private List<Alternative> alternatives(String key, Object value) {
    if (PLAIN_AXES.contains(key) && value instanceof List<?> list) {
      return list.stream().map(element -> new Alternative(element, key + "=" + element)).toList();
    }
    if (key.equals("model") || PLUGIN_AXES.contains(key)) {
      return pluginAlternatives(key, value);
    }
    if (key.equals("models") && value instanceof Map<?, ?> roles) {
      return roleAlternatives(roles);
    }
    return List.of(new Alternative(value, ""));
  }

  private List<Alternative> roleAlternatives(Map<?, ?> roles) {
    List<Alternative> all = List.of(new Alternative(new LinkedHashMap<String, Object>(), ""));
    for (Map.Entry<?, ?> role : roles.entrySet()) {
      List<Alternative> next = new ArrayList<>();
      for (Alternative sofar : all) {
        for (Alternative one : pluginAlternatives("model", role.getValue())) {
          Map<Object, Object> merged = new LinkedHashMap<>((Map<?, ?>) sofar.value());
          merged.put(role.getKey(), one.value());
          next.add(new Alternative(merged, join(sofar.label(), one.label())));
        }
      }
      all = next;
    }
    return all;
  }

  private List<Alternative> pluginAlternatives(String section, Object value) {
    if (!(value instanceof List<?> list)) {
      return settingAlternatives(section, value, "");
    }
    List<Alternative> all = new ArrayList<>();
    for (Object element : list) {
      all.addAll(settingAlternatives(section, element, list.size() > 1 ? label(element, list) : ""));
    }
    return all;
  }

  private List<Alternative> settingAlternatives(String section, Object plugin, String label) {
    if (!(plugin instanceof Map<?, ?> settings)) {
      return List.of(new Alternative(plugin, label));
    }
    String id = String.valueOf(settings.get("id"));
    List<Alternative> all = List.of(new Alternative(new LinkedHashMap<String, Object>(), label));
    for (Map.Entry<?, ?> setting : settings.entrySet()) {
      String key = String.valueOf(setting.getKey());
      boolean axis = setting.getValue() instanceof List<?> && !rules.takesList(section, id, key);
      List<?> values = axis ? (List<?>) setting.getValue() : List.of(setting.getValue());
      List<Alternative> next = new ArrayList<>();
      for (Alternative sofar : all) {
        for (Object value : values) {
          Map<Object, Object> merged = new LinkedHashMap<>((Map<?, ?>) sofar.value());
          merged.put(key, value);
          next.add(new Alternative(merged, axis ? join(sofar.label(), key + "=" + stem(value)) : sofar.label()));
        }
      }
      all = next;
    }
    return all;
  }

  /** A short name for one of several plugins: its name, its id, or its file where the id does not tell them apart. */
  private static String label(Object element, List<?> all) {
    String id = id(element);
    if (element instanceof Map<?, ?> map) {
      if (map.containsKey("name")) {
        return String.valueOf(map.get("name"));
      }
      boolean shared = all.stream().filter(other -> id(other).equals(id)).count() > 1;
      if (shared && map.containsKey("path")) {
        return stem(map.get("path"));
      }
    }
    return id;
  }

  private static String id(Object element) {
    return element instanceof Map<?, ?> map ? String.valueOf(map.get("id")) : String.valueOf(element);
  }

  private static String stem(Object path) {
    String name = String.valueOf(path);
    name = name.substring(name.lastIndexOf('/') + 1);
    return name.replaceFirst("\\.(jsonl|json|yaml|yml)?(\\.gz)?$", "");
  }

  private static String join(String a, String b) {
    return a.isEmpty() || b.isEmpty() ? a + b : a + "/" + b;
  }
}
