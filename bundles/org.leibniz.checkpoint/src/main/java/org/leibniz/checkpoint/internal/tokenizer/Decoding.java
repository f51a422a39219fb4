package org.leibniz.checkpoint.internal.tokenizer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A step from tokens to text: rewrites the list of what the tokens stand for. The results are joined in the end. */
@FunctionalInterface
interface Decoding {
  List<String> apply(List<String> tokens);

  Decoding NONE = tokens -> tokens;
  Pattern BYTE_TOKEN = Pattern.compile("<0x[0-9A-Fa-f]{2}>");

  static Decoding sequence(List<Decoding> steps) {
    return tokens -> {
      List<String> result = tokens;
      for (Decoding step : steps) {
        result = step.apply(result);
      }
      return result;
    };
  }

  static Decoding replace(String text, String by) {
    return tokens -> tokens.stream().map(token -> token.replace(text, by)).toList();
  }

  static Decoding fuse() {
    return tokens -> List.of(String.join("", tokens));
  }

  /** Removes up to {@code start} and {@code stop} of {@code character} from the ends of each token. */
  static Decoding strip(char character, int start, int stop) {
    return tokens ->
        tokens.stream()
            .map(
                token -> {
                  int from = 0;
                  while (from < start && from < token.length() && token.charAt(from) == character) {
                    from++;
                  }
                  int to = token.length();
                  while (to > from && token.length() - to < stop && token.charAt(to - 1) == character) {
                    to--;
                  }
                  return token.substring(from, to);
                })
            .toList();
  }

  /** Spaces for marks; the first token loses the one that was put before the text, unless it never was. */
  static Decoding metaspace(String mark, boolean prepended) {
    return tokens -> {
      List<String> result = new ArrayList<>();
      for (String token : tokens) {
        String text = token.replace(mark, " ");
        result.add(result.isEmpty() && prepended && text.startsWith(" ") ? text.substring(1) : text);
      }
      return result;
    };
  }

  /** Letters for bytes, all tokens together, since a character's bytes may be spread over several. */
  static Decoding byteLetters() {
    return tokens -> {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      tokens.forEach(token -> bytes.writeBytes(ByteLetters.decode(token)));
      return List.of(bytes.toString(StandardCharsets.UTF_8));
    };
  }

  /** Runs of {@code <0x0A>} become their characters; where a run is no whole UTF-8, each of its bytes a replacement character. */
  static Decoding byteTokens() {
    return tokens -> {
      List<String> result = new ArrayList<>();
      ByteArrayOutputStream run = new ByteArrayOutputStream();
      for (String token : tokens) {
        if (BYTE_TOKEN.matcher(token).matches()) {
          run.write(Integer.parseInt(token.substring(3, 5), 16));
          continue;
        }
        flush(run, result);
        result.add(token);
      }
      flush(run, result);
      return result;
    };
  }

  private static void flush(ByteArrayOutputStream run, List<String> result) {
    if (run.size() == 0) {
      return;
    }
    try {
      result.add(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(run.toByteArray())).toString());
    } catch (CharacterCodingException e) {
      result.add("\ufffd".repeat(run.size()));
    }
    run.reset();
  }
}
