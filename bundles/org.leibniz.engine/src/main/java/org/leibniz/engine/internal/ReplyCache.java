package org.leibniz.engine.internal;

import java.util.Optional;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.GenerationRequest;
import org.leibniz.api.model.Part;
import org.leibniz.store.CachedReply;
import org.leibniz.store.RunStore;

/** Replies kept by prompt, decoding and model digest; for sampled replies also by seed, so that samples stay different. */
record ReplyCache(RunStore store, boolean enabled) {
  Optional<CachedReply> find(OpenedModel model, GenerationRequest request) {
    return usedFor(model) ? store.cached(key(model, request)) : Optional.empty();
  }

  void keep(OpenedModel model, GenerationRequest request, CachedReply reply) {
    if (usedFor(model)) {
      store.cache(key(model, request), reply);
    }
  }

  private boolean usedFor(OpenedModel model) {
    return enabled && model.isLive();
  }

  private static byte[] key(OpenedModel model, GenerationRequest request) {
    Digests key = new Digests().add(model.info().digest());
    for (Part part : request.prompt().parts()) {
      switch (part) {
        case Part.Text(String text) -> key.add("text").add(text);
        case Part.Control(String token) -> key.add("control").add(token);
        case Part.Turn(String role, String text) -> key.add("turn").add(role).add(text);
      }
    }
    Decoding decoding = request.decoding();
    key.add(decoding.toString());
    if (!decoding.sampling().isGreedy()) {
      key.add(Long.toString(request.seed()));
    }
    return key.bytes();
  }
}
