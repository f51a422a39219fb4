package org.leibniz.trainer.sft.internal.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leibniz.checkpoint.tokenizer.Piece;
import org.leibniz.checkpoint.tokenizer.Tokenizer;
import org.leibniz.trainer.sft.internal.data.Stretch.Kind;

/** How a line of a training file becomes an example. */
enum ExampleFormat {
  /** Prompt and typed segments, with the form they are written in. */
  SEGMENTS("segments") {
    @Override
    ExampleText read(JsonNode node, Tokenizer tokenizer) {
      String form = node.path("form").asText("");
      List<Stretch> stretches = new ArrayList<>();
      // Whoever wrote the prompt meant the control tokens in it.
      stretches.add(new Stretch(tokenizer.split(text(node, "prompt")), Kind.PROMPT));
      boolean blocks = form.equals("interleaved");
      for (JsonNode segment : node.path("segments")) {
        String kind = text(segment, "kind");
        String content = text(segment, "text");
        Kind learnt = kind(kind);
        if (blocks) {
          stretches.add(Blocks.block(kind, content, learnt));
        } else if (learnt == Kind.WRITTEN) {
          // Without blocks an execution is the end: a program's output is not part of the reply.
          stretches.add(Stretch.of(learnt, new Piece.Text(content)));
        }
      }
      if (blocks) {
        stretches.add(Stretch.of(Kind.WRITTEN, Blocks.END_OF_MESSAGE));
      }
      return new ExampleText(form, stretches, blocks);
    }
  },

  /** MathCoder's messages: system and user with text, assistant with text, code and execution. */
  MATHCODER("messages") {
    @Override
    ExampleText read(JsonNode node, Tokenizer tokenizer) {
      List<Stretch> stretches = new ArrayList<>();
      for (JsonNode message : node.path("messages")) {
        String role = text(message, "role");
        if (!List.of("system", "user", "assistant").contains(role)) {
          throw new Misfit("messages.role", "is '" + role + "'; expected system, user or assistant");
        }
        boolean answer = role.equals("assistant");
        stretches.add(Stretch.of(Kind.PROMPT, new Piece.Control("<|" + role + "|>")));
        JsonNode content = message.path("content");
        if (content.isTextual()) {
          stretches.add(Blocks.block("text", content.asText(), answer ? Kind.WRITTEN : Kind.PROMPT));
        }
        for (JsonNode block : content) {
          String type = text(block, "type");
          stretches.add(Blocks.block(type, text(block, "content"), answer ? kind(type) : Kind.PROMPT));
        }
        stretches.add(Stretch.of(answer ? Kind.WRITTEN : Kind.PROMPT, Blocks.END_OF_MESSAGE));
      }
      return new ExampleText("interleaved", stretches, true);
    }
  },

  /** Alpaca's instruction, input and output, with the prompt of tatsu-lab/stanford_alpaca. */
  ALPACA("instruction") {
    @Override
    ExampleText read(JsonNode node, Tokenizer tokenizer) {
      String input = node.path("input").asText("");
      String prompt =
          input.isEmpty()
              ? "Below is an instruction that describes a task. Write a response that appropriately completes the request.\n\n"
                  + "### Instruction:\n" + text(node, "instruction") + "\n\n### Response:"
              : "Below is an instruction that describes a task, paired with an input that provides further context. Write a"
                  + " response that appropriately completes the request.\n\n### Instruction:\n" + text(node, "instruction")
                  + "\n\n### Input:\n" + input + "\n\n### Response:";
      return new ExampleText(
          "",
          List.of(
              Stretch.of(Kind.PROMPT, new Piece.Text(prompt)), Stretch.of(Kind.WRITTEN, new Piece.Text(text(node, "output")))),
          false);
    }
  };

  private final String mark;

  ExampleFormat(String mark) {
    this.mark = mark;
  }

  /** @throws Misfit where a field is missing or wrong */
  abstract ExampleText read(JsonNode node, Tokenizer tokenizer);

  /** The format that a line is written in. */
  static Optional<ExampleFormat> of(JsonNode node) {
    for (ExampleFormat format : values()) {
      if (node.has(format.mark)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** A line that has not what its format asks for. */
  static final class Misfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    Misfit(String field, String problem) {
      super(problem);
      this.field = field;
    }

    String field() {
      return field;
    }
  }

  private static String text(JsonNode node, String field) {
    if (!node.path(field).isTextual()) {
      throw new Misfit(field, node.has(field) ? "expected text, found " + node.path(field).getNodeType() : "is missing");
    }
    return node.path(field).asText();
  }

  private static Kind kind(String written) {
    return switch (written) {
      case "text", "code" -> Kind.WRITTEN;
      case "execution" -> Kind.EXECUTION;
      default -> throw new Misfit("kind", "is '" + written + "'; expected text, code or execution");
    };
  }
}
