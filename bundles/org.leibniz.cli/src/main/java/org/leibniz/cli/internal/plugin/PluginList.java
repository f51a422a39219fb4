package org.leibniz.cli.internal.plugin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.leibniz.api.plugin.Descriptor;
import org.leibniz.api.plugin.Kind;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Console.Ink;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.cli.internal.text.Table;
import org.leibniz.plugins.Plugins;

/** The plugins of one kind, and what can be set on them. */
public record PluginList(Context context) {
  /** All plugins of a kind, or those named with all their settings. */
  public void print(Kind kind, List<String> ids, boolean json) {
    List<Descriptor> descriptors = descriptors(kind, ids);
    if (json) {
      descriptors.forEach(descriptor -> Json.print(context.console(), json(descriptor)));
    } else if (ids.isEmpty()) {
      overview(kind, descriptors);
    } else {
      descriptors.forEach(this::details);
    }
  }

  /** All plugins of a kind, or those named. */
  public List<Descriptor> descriptors(Kind kind, List<String> ids) {
    Plugins plugins = context.services().plugins().get();
    return (ids.isEmpty() ? plugins.ids(kind) : ids).stream().map(id -> plugins.descriptor(kind, id)).toList();
  }

  private void overview(Kind kind, List<Descriptor> descriptors) {
    Table table = Table.of("id", "version", "what it is");
    descriptors.forEach(d -> table.row(d.id(), d.version(), d.label() + ". " + d.description()));
    table.print(context.console());
    if (!descriptors.isEmpty()) {
      String plural = kind == Kind.STRATEGY ? "strategies" : kind.id() + "s";
      context.console().say("settings: leibniz " + plural + (kind == Kind.DATASET ? " --ids " : " ") + descriptors.getFirst().id());
    }
  }

  private void details(Descriptor descriptor) {
    Console console = context.console();
    console.line(console.ink(Ink.BOLD, descriptor.id()) + "  " + Printable.oneLine(descriptor.label()) + "  " + descriptor.version());
    console.line(Printable.oneLine(descriptor.description()));
    if (!descriptor.capabilities().isEmpty()) {
      console.line("capabilities: " + String.join(", ", descriptor.capabilities().stream().sorted().toList()));
    }
    if (descriptor.schema().get("properties") instanceof Map<?, ?> properties && !properties.isEmpty()) {
      Table table = Table.of("key", "type", "default", "meaning");
      properties.forEach((key, property) -> setting(table, descriptor, String.valueOf(key), property));
      console.line("");
      table.print(console);
    }
    console.line("");
  }

  private static void setting(Table table, Descriptor descriptor, String key, Object property) {
    Map<?, ?> schema = property instanceof Map<?, ?> map ? map : Map.of();
    boolean required = descriptor.schema().get("required") instanceof List<?> names && names.contains(key);
    Object fallback = schema.get("default");
    String type = schema.get("enum") instanceof List<?> values ? String.join("|", values.stream().map(String::valueOf).toList()) : text(schema.get("type"));
    table.row(key, type, required ? "required" : text(fallback), text(schema.get("description")));
  }

  private static String text(Object value) {
    return value == null ? "" : String.valueOf(value);
  }

  public static ObjectNode json(Descriptor descriptor) {
    ObjectNode node = Json.object().put("id", descriptor.id()).put("kind", descriptor.kind().id());
    node.put("label", descriptor.label()).put("version", descriptor.version()).put("description", descriptor.description());
    node.set("capabilities", Json.of(descriptor.capabilities().stream().sorted().toList()));
    node.set("schema", Json.of(descriptor.schema()));
    return node;
  }
}
