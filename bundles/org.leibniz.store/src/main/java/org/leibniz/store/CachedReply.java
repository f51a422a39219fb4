package org.leibniz.store;

import org.leibniz.api.model.Generation;

/** A reply kept for reuse, and the time it took when it was generated. */
public record CachedReply(Generation generation, long millis) {}
