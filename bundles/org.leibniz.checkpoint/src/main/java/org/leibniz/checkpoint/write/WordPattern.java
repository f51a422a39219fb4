package org.leibniz.checkpoint.write;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a text is cut before byte pairs are formed, after spaces became marks. A digit is a word of its own, so that numbers are
 * written digit by digit. A capitalised word never takes the space before it, so that a name is the same tokens wherever it
 * stands; otherwise copying names fails in small models.
 */
final class WordPattern {
  /** What stands for a space in tokens. */
  static final String SPACE = "\u2581";

  /** Understood alike by Java with Unicode classes and by the engine of Hugging Face's tokenizers. */
  static final String REGEX =
      "\\p{N}|" + SPACE + "?\\p{Ll}+|\\p{Lu}\\p{Ll}*|\\p{L}|[\\r\\n\\t]+|" + SPACE + "+|"
          + SPACE + "?[^\\p{L}\\p{N}\\r\\n\\t" + SPACE + "]+";

  private static final Pattern WORD = Pattern.compile(REGEX, Pattern.UNICODE_CHARACTER_CLASS);

  private WordPattern() {}

  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text.replace(" ", SPACE));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }
}
