package org.leibniz.cli.internal.data;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;
import org.leibniz.workspace.YamlFile;

/**
 * A workspace's {@code sources.yaml}: which published files its run files read and where the publishers keep them.
 *
 * @param entries recordings and datasets, in the order they are listed
 */
record SourceList(List<Entry> entries) {
  static final String FILE = "sources.yaml";

  private static final List<String> SECTIONS = List.of("recordings", "datasets");

  /**
   * One file to bring in.
   *
   * @param to where it belongs below the folder of corpora; packed where the name ends in {@code .gz}
   * @param from one address or several whose contents are put together, {@code OWNER/REPOSITORY@COMMIT:PATH} or a URL
   * @param sha256 of the unpacked file
   * @param sorted SHA-256 over its lines in sorted order, for files put together in another order
   */
  record Entry(String name, Path to, List<String> from, Optional<String> sha256, Optional<String> sorted) {
    /** Whether every address is whole; some sets are folders of files that no address names. */
    boolean isWhole() {
      return from.stream().noneMatch(address -> address.contains("<"));
    }
  }

  static SourceList read(Path file) {
    YamlFile yaml = YamlFile.read(file);
    Config root = new Config(yaml.root(), new Config.Origin("", yaml::locate));
    List<Entry> entries = new ArrayList<>();
    for (String section : SECTIONS) {
      Config listed = root.child(section);
      listed.values().keySet().forEach(name -> entries.add(entry(name, listed.child(name))));
    }
    if (entries.isEmpty()) {
      throw LeibnizException.badInput(file, 0, "", "lists nothing under recordings or datasets");
    }
    return new SourceList(List.copyOf(entries));
  }

  private static Entry entry(String name, Config entry) {
    Path to = Path.of(entry.require("to")).normalize();
    if (to.isAbsolute() || to.startsWith("..")) {
      throw entry.wrong("to", "expected a path below the folder of corpora");
    }
    List<String> from = entry.texts("from");
    if (from.isEmpty()) {
      throw entry.wrong("from", "is missing; expected an address or a list of them");
    }
    return new Entry(name, to, from, entry.text("sha256"), entry.text("sorted"));
  }

  /**
   * The URL of an address.
   *
   * @param mirror serves {@code OWNER/REPOSITORY/COMMIT/PATH} below it
   */
  static URI url(String address, String mirror) {
    if (Download.isAddress(address)) {
      return URI.create(address);
    }
    int at = address.indexOf('@');
    int colon = address.indexOf(':', at + 1);
    if (at < 1 || colon < 0) {
      throw LeibnizException.badInput("'" + address + "': expected OWNER/REPOSITORY@COMMIT:PATH or a URL");
    }
    Map<String, String> escapes = Map.of(" ", "%20", "#", "%23", "?", "%3F");
    String path = address.substring(0, at) + "/" + address.substring(at + 1, colon) + "/" + address.substring(colon + 1);
    for (Map.Entry<String, String> escape : escapes.entrySet()) {
      path = path.replace(escape.getKey(), escape.getValue());
    }
    return URI.create(mirror.replaceFirst("/+$", "") + "/" + path);
  }
}
