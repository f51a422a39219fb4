package org.leibniz.model.recorded.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.leibniz.api.LeibnizException;

/**
 * A recording read completely.
 *
 * @param digest SHA-256 of the file's bytes, in hexadecimal
 */
record RecordingFile(List<Recording> recordings, String digest) {
  /** More than any published set of generations; stops a file that unpacks without end. */
  private static final long MAX_CHARACTERS = 4L << 30;

  static RecordingFile read(Path file, RecordingFormat format) {
    MessageDigest digest = sha256();
    int line = 0;
    try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest);
        BufferedReader reader = lines(bytes)) {
      ObjectMapper json = new ObjectMapper();
      List<Recording> recordings = new ArrayList<>();
      long characters = 0;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        characters += text.length();
        if (characters > MAX_CHARACTERS) {
          throw LeibnizException.badInput(file, line, "", "unpacks to more than 4 GiB");
        }
        if (!text.isBlank()) {
          recordings.add(format.read(new Row(object(json, text, file, line), file, line, recordings.size())));
        }
      }
      if (recordings.isEmpty()) {
        throw LeibnizException.badInput(file, 0, "", "has no records");
      }
      return new RecordingFile(List.copyOf(recordings), HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchFileException e) {
      throw LeibnizException.badInput(file, 0, "", "no such file; expected a recording");
    } catch (CharacterCodingException e) {
      throw LeibnizException.badInput(file, line + 1, "", "is not valid UTF-8");
    } catch (ZipException | EOFException e) {
      throw LeibnizException.badInput(file, line + 1, "", "is a damaged gzip file: " + e.getMessage());
    } catch (IOException e) {
      throw LeibnizException.badInput(file, line + 1, "", "cannot be read: " + e.getMessage());
    }
  }

  private static BufferedReader lines(InputStream bytes) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(bytes, 1 << 16);
    buffered.mark(2);
    boolean zipped = buffered.read() == 0x1f && buffered.read() == 0x8b;
    buffered.reset();
    InputStream plain = zipped ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()), 1 << 16);
  }

  private static JsonNode object(ObjectMapper json, String text, Path file, int line) {
    try {
      JsonNode row = json.readTree(text);
      if (!row.isObject()) {
        throw LeibnizException.badInput(file, line, "", "expected a JSON object, found " + Row.kind(row));
      }
      return row;
    } catch (JsonProcessingException e) {
      throw LeibnizException.badInput(file, line, "", "is not valid JSON: " + e.getOriginalMessage());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
