package org.leibniz.model.recorded.internal;

import java.util.Optional;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Usage;

/**
 * One recorded reply.
 *
 * @param branch the strategy's branch it belongs to, empty for the main one
 * @param text as returned then, control tokens by their names
 * @param matched the stop string that ended it
 * @param failed whether the call failed then, so that it fails again
 */
record RecordedReply(String branch, String text, Stop stop, Optional<String> matched, Usage usage, boolean failed) {
  static RecordedReply ended(String text) {
    return new RecordedReply("", text, Stop.END, Optional.empty(), Usage.UNKNOWN, false);
  }

  static RecordedReply stoppedBy(String text, String stop) {
    return new RecordedReply("", text, Stop.STRING, Optional.of(stop), Usage.UNKNOWN, false);
  }

  Generation generation() {
    return new Generation(text, stop, matched, matched.filter(text::endsWith).isPresent(), usage);
  }
}
