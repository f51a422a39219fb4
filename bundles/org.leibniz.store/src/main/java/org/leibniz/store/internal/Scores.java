package org.leibniz.store.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.leibniz.api.model.TokenScores;
import org.leibniz.api.model.TokenScores.TokenScore;

/** Token scores in one compact column: ids, then log-probabilities, then texts, deflated together. Exact. */
final class Scores {
  private Scores() {}

  static byte[] bytes(Optional<TokenScores> scores) {
    if (scores.isEmpty()) {
      return null;
    }
    List<TokenScore> tokens = scores.get().tokens();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      out.writeInt(tokens.size());
      for (TokenScore token : tokens) {
        out.writeInt(token.id());
      }
      for (TokenScore token : tokens) {
        out.writeDouble(token.logProbability());
      }
      Layout texts = new Layout();
      tokens.forEach(token -> texts.text(token.text()));
      for (char letter : texts.toString().toCharArray()) {
        out.writeChar(letter);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Optional<TokenScores> of(byte[] bytes) {
    if (bytes == null) {
      return Optional.empty();
    }
    try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
      int n = in.readInt();
      int[] ids = new int[n];
      double[] probabilities = new double[n];
      for (int i = 0; i < n; i++) {
        ids[i] = in.readInt();
      }
      for (int i = 0; i < n; i++) {
        probabilities[i] = in.readDouble();
      }
      byte[] letters = in.readAllBytes();
      StringBuilder text = new StringBuilder(letters.length / 2);
      for (int i = 0; i < letters.length; i += 2) {
        text.append((char) ((letters[i] & 0xff) << 8 | letters[i + 1] & 0xff));
      }
      Layout.Reader texts = new Layout.Reader(text.toString());
      List<TokenScore> tokens = new ArrayList<>(n);
      for (int i = 0; i < n; i++) {
        tokens.add(new TokenScore(ids[i], texts.text(), probabilities[i]));
      }
      return Optional.of(new TokenScores(tokens));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
