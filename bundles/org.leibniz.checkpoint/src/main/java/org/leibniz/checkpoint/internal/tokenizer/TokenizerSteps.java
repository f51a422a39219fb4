package org.leibniz.checkpoint.internal.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.leibniz.api.LeibnizException;

/** The steps before and after byte-pair encoding that tokenizer.json describes; an unknown one is refused by its name. */
record TokenizerSteps(Path file) {
  UnaryOperator<String> normaliser(JsonNode node) {
    return switch (type(node)) {
      case "" -> UnaryOperator.identity();
      case "Sequence" -> {
        List<UnaryOperator<String>> steps = new ArrayList<>();
        node.path("normalizers").forEach(step -> steps.add(normaliser(step)));
        yield text -> {
          String result = text;
          for (UnaryOperator<String> step : steps) {
            result = step.apply(result);
          }
          return result;
        };
      }
      case "NFC" -> text -> Normalizer.normalize(text, Normalizer.Form.NFC);
      case "NFD" -> text -> Normalizer.normalize(text, Normalizer.Form.NFD);
      case "NFKC" -> text -> Normalizer.normalize(text, Normalizer.Form.NFKC);
      case "NFKD" -> text -> Normalizer.normalize(text, Normalizer.Form.NFKD);
      case "Lowercase" -> text -> text.toLowerCase(Locale.ROOT);
      case "Prepend" -> text -> text.isEmpty() ? text : node.path("prepend").asText() + text;
      case "Replace" -> {
        String by = node.path("content").asText();
        Pattern pattern = pattern("normalizer.pattern", node.path("pattern"));
        yield text -> pattern.matcher(new BoundedText(text)).replaceAll(java.util.regex.Matcher.quoteReplacement(by));
      }
      default -> throw unknown("normalizer", node);
    };
  }

  Splitter splitter(JsonNode node) {
    return switch (type(node)) {
      case "" -> Splitter.NONE;
      case "Sequence" -> {
        List<Splitter> steps = new ArrayList<>();
        node.path("pretokenizers").forEach(step -> steps.add(splitter(step)));
        yield Splitter.sequence(steps);
      }
      case "Metaspace" -> Splitter.metaspace(node.path("replacement").asText("\u2581"), prepend(node), node.path("split").asBoolean(true));
      case "Split" -> Splitter.pattern(pattern("pre_tokenizer.pattern", node.path("pattern")), behaviour(node), node.path("invert").asBoolean());
      case "Digits" ->
          Splitter.pattern(
              Patterns.of(node.path("individual_digits").asBoolean() ? "\\p{N}" : "\\p{N}+"), Splitter.Behaviour.ISOLATED, false);
      case "ByteLevel" -> {
        List<Splitter> steps = new ArrayList<>();
        if (node.path("add_prefix_space").asBoolean()) {
          steps.add(Splitter.rewriting(text -> text.startsWith(" ") ? text : " " + text));
        }
        if (node.path("use_regex").asBoolean(true)) {
          steps.add(Splitter.pattern(Patterns.GPT2, Splitter.Behaviour.ISOLATED, false));
        }
        steps.add(Splitter.rewriting(ByteLetters::encode));
        yield Splitter.sequence(steps);
      }
      default -> throw unknown("pre_tokenizer", node);
    };
  }

  Decoding decoding(JsonNode node) {
    return switch (type(node)) {
      case "" -> Decoding.NONE;
      case "Sequence" -> {
        List<Decoding> steps = new ArrayList<>();
        node.path("decoders").forEach(step -> steps.add(decoding(step)));
        yield Decoding.sequence(steps);
      }
      case "Replace" -> Decoding.replace(node.path("pattern").path("String").asText(), node.path("content").asText());
      case "ByteFallback" -> Decoding.byteTokens();
      case "Fuse" -> Decoding.fuse();
      case "Strip" -> Decoding.strip(node.path("content").asText(" ").charAt(0), node.path("start").asInt(), node.path("stop").asInt());
      case "ByteLevel" -> Decoding.byteLetters();
      case "Metaspace" -> Decoding.metaspace(node.path("replacement").asText("\u2581"), prepend(node) != Splitter.Prepend.NEVER);
      default -> throw unknown("decoder", node);
    };
  }

  private static Splitter.Prepend prepend(JsonNode node) {
    String scheme = node.path("prepend_scheme").asText(node.path("add_prefix_space").asBoolean(true) ? "always" : "never");
    return switch (scheme) {
      case "first" -> Splitter.Prepend.FIRST;
      case "never" -> Splitter.Prepend.NEVER;
      default -> Splitter.Prepend.ALWAYS;
    };
  }

  private Splitter.Behaviour behaviour(JsonNode node) {
    return switch (node.path("behavior").asText("Isolated")) {
      case "Isolated" -> Splitter.Behaviour.ISOLATED;
      case "Removed" -> Splitter.Behaviour.REMOVED;
      case "MergedWithPrevious" -> Splitter.Behaviour.MERGED_WITH_PREVIOUS;
      case "MergedWithNext" -> Splitter.Behaviour.MERGED_WITH_NEXT;
      default -> throw LeibnizException.badInput(file, 0, "pre_tokenizer.behavior", "is " + node.path("behavior") + ", which is not supported");
    };
  }

  private Pattern pattern(String field, JsonNode node) {
    if (node.has("String")) {
      return Pattern.compile(Pattern.quote(node.path("String").asText()));
    }
    try {
      return Patterns.of(node.path("Regex").asText());
    } catch (PatternSyntaxException e) {
      throw LeibnizException.badInput(file, 0, field, "is no pattern: " + e.getDescription());
    }
  }

  private LeibnizException unknown(String field, JsonNode node) {
    return LeibnizException.badInput(file, 0, field + ".type", "is '" + type(node) + "', which is not supported");
  }

  private static String type(JsonNode node) {
    return node.path("type").asText("");
  }
}
