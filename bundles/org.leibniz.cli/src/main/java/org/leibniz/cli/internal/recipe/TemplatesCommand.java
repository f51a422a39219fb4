package org.leibniz.cli.internal.recipe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.leibniz.api.LeibnizException;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Console.Ink;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.cli.internal.text.Table;
import org.leibniz.templates.Block;
import org.leibniz.templates.Exercise;
import org.leibniz.templates.Form;
import org.leibniz.templates.Generator;
import org.leibniz.templates.Template;
import org.leibniz.templates.Templates;
import org.leibniz.templates.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists templates, or shows what one of them makes. */
@Command(
    name = "templates",
    description = {
      "Lists the problem templates; with an ID, test problems of that template with their solutions in every form.",
      "",
      "With --json one object a template: {id, subject, levels, seen, unseen}; with an ID one object a problem:"
          + " {template, subject, level, wording, question, answer, cot, pot, interleaved:[{kind, text}]}."
    },
    footer = {"leibniz data templates", "leibniz data templates two-draws --count 5 --seed 3"})
public final class TemplatesCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "ID", description = "A template.")
  Optional<String> id = Optional.empty();

  @Mixin TemplateSource source;

  @Option(names = "--count", paramLabel = "N", defaultValue = "1", description = "How many problems of the template.")
  int count;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Seed of the draws.")
  long seed;

  @Option(names = "--json", description = "Write JSON Lines on standard output and nothing else there.")
  boolean json;

  private final Context context;

  public TemplatesCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Templates templates = source.read(context);
    if (id.isPresent()) {
      List<Template> named = templates.all().stream().filter(template -> template.id().equals(id.get())).toList();
      if (named.isEmpty()) {
        throw LeibnizException.usage("there is no template '" + id.get() + "'; leibniz data templates lists them");
      }
      new Generator(new Templates(named), seed).test(Wording.SEEN, count).forEach(this::show);
    } else if (json) {
      templates.all().forEach(template -> Json.print(context.console(), json(template)));
    } else {
      Table table = Table.of("template", "subject", "levels", ">wordings", ">unseen");
      templates.all().forEach(template -> table.row(row(template)));
      table.print(context.console());
    }
    return ExitStatus.DONE;
  }

  private static List<String> row(Template template) {
    return List.of(
        template.id(),
        template.subject(),
        template.levels().stream().map(Object::toString).collect(Collectors.joining(" ")),
        Integer.toString(template.wordings(Wording.SEEN)),
        Integer.toString(template.wordings(Wording.UNSEEN)));
  }

  private static ObjectNode json(Template template) {
    ObjectNode node = Json.object().put("id", template.id()).put("subject", template.subject());
    node.set("levels", Json.of(template.levels()));
    return node.put("seen", template.wordings(Wording.SEEN)).put("unseen", template.wordings(Wording.UNSEEN));
  }

  private void show(Exercise exercise) {
    if (json) {
      Json.print(context.console(), json(exercise));
      return;
    }
    Console console = context.console();
    String title = console.ink(Ink.BOLD, exercise.template());
    console.line(title + "  " + exercise.subject() + ", level " + exercise.level());
    console.line(Printable.of(exercise.question()));
    console.line("answer: " + Printable.of(exercise.answer()));
    for (Form form : Form.values()) {
      console.line("");
      console.line(console.ink(Ink.BOLD, form.id()));
      for (Block block : exercise.solution(form)) {
        console.line(console.ink(Ink.DIM, "[" + block.kind().id() + "] ") + Printable.of(block.text()));
      }
    }
    console.line("");
  }

  private static ObjectNode json(Exercise exercise) {
    ObjectNode node =
        Json.object()
            .put("template", exercise.template())
            .put("subject", exercise.subject())
            .put("level", exercise.level())
            .put("wording", exercise.wording().id())
            .put("question", exercise.question())
            .put("answer", exercise.answer())
            .put("cot", exercise.rationale())
            .put("pot", exercise.program());
    ArrayNode blocks = node.putArray("interleaved");
    for (Block block : exercise.interleaved()) {
      blocks.addObject().put("kind", block.kind().id()).put("text", block.text());
    }
    return node;
  }
}
