package org.leibniz.model.djl.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leibniz.api.model.GenerationRequest;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Stops;
import org.leibniz.api.model.TokenModel.Listener;
import org.leibniz.api.model.Usage;
import org.leibniz.checkpoint.tokenizer.Tokenizer;

/** A reply that grows token by token, until an end token, a stop string (which may lie across tokens), or its limit. */
final class Reply implements Sequence.Reader {
  private final Tokenizer tokenizer;
  private final Stops stops;
  private final int mostTokens;
  private final Set<Integer> ends;
  private final Sampler sampler;
  private final int vocabulary;
  private final List<Integer> context;
  private final int promptTokens;
  private final List<Integer> ids = new ArrayList<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Listener listener;
  private final Release release;
  private Stop stop = Stop.LENGTH;
  private Optional<String> matched = Optional.empty();
  private int end = -1;

  /** @param ends tokens that end the reply; none where they are ignored */
  Reply(
      Tokenizer tokenizer,
      GenerationRequest request,
      List<Integer> prompt,
      int mostTokens,
      Set<Integer> ends,
      int vocabulary,
      Listener listener) {
    this.tokenizer = tokenizer;
    this.stops = request.decoding().stops();
    this.mostTokens = mostTokens;
    this.ends = ends;
    this.sampler = new Sampler(request.decoding().sampling(), request.seed());
    this.vocabulary = vocabulary;
    this.context = new ArrayList<>(prompt);
    this.promptTokens = prompt.size();
    this.listener = listener;
    this.release = new Release(stops.strings());
  }

  @Override
  public boolean wantsAll() {
    return false;
  }

  @Override
  public int read(int position, float[] logits, int from) {
    int next = next(logits, from);
    byte[] all = bytes.toByteArray();
    String more = next < 0 ? release.last(all, end < 0 ? all.length : end) : release.next(all);
    if (!more.isEmpty()) {
      listener.text(more);
    }
    return next;
  }

  private int next(float[] logits, int from) {
    int token = sampler.choose(logits, from, vocabulary, context);
    ids.add(token);
    context.add(token);
    if (ends.contains(token)) {
      stop = Stop.END;
      String name = tokenizer.token(token);
      if (stops.strings().contains(name)) {
        append(token);
        findStop(0);
      }
      return -1;
    }
    int before = bytes.size();
    append(token);
    if (findStop(before) || ids.size() >= mostTokens) {
      return -1;
    }
    return token;
  }

  private void append(int token) {
    bytes.writeBytes(tokenizer.bytes(token));
  }

  /** Looks for the earliest stop string that ends after byte {@code before}. */
  private boolean findStop(int before) {
    if (stops.strings().isEmpty()) {
      return false;
    }
    byte[] all = bytes.toByteArray();
    int earliest = -1;
    for (String text : stops.strings()) {
      byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
      for (int at = Math.max(0, before - wanted.length + 1); wanted.length > 0 && at + wanted.length <= all.length; at++) {
        if (java.util.Arrays.equals(all, at, at + wanted.length, wanted, 0, wanted.length)) {
          if (earliest < 0 || at < earliest) {
            earliest = at;
            matched = Optional.of(text);
            end = stops.included() ? at + wanted.length : at;
          }
          break;
        }
      }
    }
    if (earliest >= 0) {
      stop = Stop.STRING;
    }
    return earliest >= 0;
  }

  List<Integer> ids() {
    return ids;
  }

  Generation generation() {
    byte[] all = bytes.toByteArray();
    String raw = new String(all, 0, end < 0 ? all.length : end, StandardCharsets.UTF_8);
    return new Generation(raw, stop, matched, matched.isPresent() && stops.included(), new Usage(promptTokens, ids.size()));
  }
}
