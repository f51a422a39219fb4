package org.leibniz.trainer.sft.internal.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.leibniz.api.LeibnizException;
import org.leibniz.checkpoint.tokenizer.Tokenizer;

/** A file of examples: JSON Lines, or one JSON list; compressed where its name ends in {@code .gz}. */
record ExampleFile(Path path) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Hands over every example in order. */
  void read(Tokenizer tokenizer, Consumer<ExampleText> into) {
    try (BufferedReader lines = open()) {
      lines.mark(1);
      int first = lines.read();
      lines.reset();
      if (first == '[') {
        int number = 0;
        for (JsonNode node : MAPPER.readTree(lines)) {
          into.accept(example(node, "[" + number++ + "]", 0, tokenizer));
        }
        return;
      }
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          into.accept(example(parse(line, number), "", number, tokenizer));
        }
      }
    } catch (NoSuchFileException e) {
      throw LeibnizException.badInput(path, 0, "", "no such file");
    } catch (CharacterCodingException e) {
      throw LeibnizException.badInput(path, 0, "", "is not valid UTF-8");
    } catch (JsonProcessingException e) {
      throw LeibnizException.badInput(path, e.getLocation().getLineNr(), "", "is no whole JSON list");
    } catch (IOException | UncheckedIOException e) {
      throw LeibnizException.badInput(path, 0, "", "cannot be read: " + e.getMessage());
    }
  }

  private BufferedReader open() throws IOException {
    InputStream bytes = Files.newInputStream(path);
    boolean packed = path.toString().endsWith(".gz");
    return new BufferedReader(new InputStreamReader(packed ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8.newDecoder()));
  }

  private JsonNode parse(String line, int number) {
    try {
      return MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw LeibnizException.badInput(path, number, "", "is no JSON object; expected one example a line");
    }
  }

  private ExampleText example(JsonNode node, String element, int line, Tokenizer tokenizer) {
    ExampleFormat format =
        ExampleFormat.of(node)
            .orElseThrow(
                () ->
                    LeibnizException.badInput(
                        path, line, element, "has none of the fields segments, messages and instruction, which tell the format"));
    try {
      return format.read(node, tokenizer);
    } catch (ExampleFormat.Misfit e) {
      throw LeibnizException.badInput(path, line, element + (element.isEmpty() ? "" : ".") + e.field(), e.getMessage());
    }
  }
}
