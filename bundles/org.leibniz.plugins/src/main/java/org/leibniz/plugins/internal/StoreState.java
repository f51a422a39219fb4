package org.leibniz.plugins.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is installed and what is disabled, as {@code plugins.json} in the user's folder says. Immutable.
 *
 * @param bundles the user's bundles, later ones win where two offer the same plugin
 * @param disabled {@code kind/id} of disabled plugins
 * @param dropped files of the drop folder that were taken in or refused, by file name
 */
record StoreState(List<Installed> bundles, Set<String> disabled, Map<String, Dropped> dropped) {
  static final StoreState EMPTY = new StoreState(List.of(), Set.of(), Map.of());

  /**
   * A bundle.
   *
   * @param digest of the revision to use
   * @param previous digest of the revision that is used while {@code digest} does not work, empty where there is none
   * @param file its name in the drop folder, empty where it was installed by command
   */
  record Installed(String name, String digest, String previous, String file) {}

  /**
   * A file of the drop folder as it was when it was dealt with.
   *
   * @param size in bytes
   * @param modified milliseconds since the epoch
   * @param problem why it was refused, empty where it was taken in
   */
  record Dropped(long size, long modified, String problem) {}

  StoreState {
    bundles = List.copyOf(bundles);
    disabled = Set.copyOf(disabled);
    dropped = Map.copyOf(dropped);
  }

  Optional<Installed> bundle(String name) {
    return bundles.stream().filter(bundle -> bundle.name().equals(name)).findFirst();
  }

  /** With {@code bundle} as the last one, in place of an earlier one of its name. */
  StoreState with(Installed bundle) {
    List<Installed> others = new ArrayList<>(without(bundle.name()).bundles);
    others.add(bundle);
    return new StoreState(others, disabled, dropped);
  }

  StoreState without(String name) {
    return new StoreState(bundles.stream().filter(bundle -> !bundle.name().equals(name)).toList(), disabled, dropped);
  }

  StoreState withDisabled(PluginKey key) {
    Set<String> more = new TreeSet<>(disabled);
    more.add(key.toString());
    return new StoreState(bundles, more, dropped);
  }

  StoreState withEnabled(PluginKey key) {
    Set<String> fewer = new TreeSet<>(disabled);
    fewer.remove(key.toString());
    return new StoreState(bundles, fewer, dropped);
  }

  StoreState withDropped(String file, Dropped state) {
    Map<String, Dropped> more = new TreeMap<>(dropped);
    more.put(file, state);
    return new StoreState(bundles, disabled, more);
  }

  /** Forgets a file of the drop folder, and the bundle that came from it. */
  StoreState withoutDropped(String file) {
    Map<String, Dropped> fewer = new TreeMap<>(dropped);
    fewer.remove(file);
    return new StoreState(bundles.stream().filter(bundle -> !bundle.file().equals(file)).toList(), disabled, fewer);
  }

  /** Digests of all revisions that may be needed. */
  Set<String> digests() {
    Set<String> digests = new TreeSet<>();
    for (Installed bundle : bundles) {
      digests.add(bundle.digest());
      if (!bundle.previous().isEmpty()) {
        digests.add(bundle.previous());
      }
    }
    return digests;
  }

  Map<String, Object> toTree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("format", 1);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Installed bundle : bundles) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("name", bundle.name());
      row.put("digest", bundle.digest());
      row.put("previous", bundle.previous());
      row.put("file", bundle.file());
      rows.add(row);
    }
    tree.put("bundles", rows);
    tree.put("disabled", new TreeSet<>(disabled));
    Map<String, Object> files = new TreeMap<>();
    dropped.forEach(
        (name, file) ->
            files.put(name, Map.of("size", file.size(), "modified", file.modified(), "problem", file.problem())));
    tree.put("dropped", files);
    return tree;
  }

  /** Reads what {@link #toTree} wrote; anything else in the tree is passed over. */
  static StoreState ofTree(Map<String, Object> tree) {
    List<Installed> bundles = new ArrayList<>();
    if (tree.get("bundles") instanceof List<?> rows) {
      for (Object element : rows) {
        if (element instanceof Map<?, ?> row && text(row, "digest").matches("[0-9a-f]{64}")) {
          String previous = text(row, "previous").matches("[0-9a-f]{64}") ? text(row, "previous") : "";
          bundles.add(new Installed(text(row, "name"), text(row, "digest"), previous, text(row, "file")));
        }
      }
    }
    Set<String> disabled = new TreeSet<>();
    if (tree.get("disabled") instanceof List<?> ids) {
      ids.forEach(id -> disabled.add(String.valueOf(id)));
    }
    Map<String, Dropped> dropped = new TreeMap<>();
    if (tree.get("dropped") instanceof Map<?, ?> files) {
      files.forEach(
          (name, file) -> {
            if (file instanceof Map<?, ?> row
                && row.get("size") instanceof Number size
                && row.get("modified") instanceof Number modified) {
              dropped.put(String.valueOf(name), new Dropped(size.longValue(), modified.longValue(), text(row, "problem")));
            }
          });
    }
    return new StoreState(bundles, disabled, dropped);
  }

  private static String text(Map<?, ?> row, String key) {
    return row.get(key) instanceof String text ? text : "";
  }
}
