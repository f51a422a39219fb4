package org.leibniz.store.internal;

/**
 * A prompt as its difference to a text that is known already: an earlier prompt of the sample with its reply, or a prompt of
 * another sample of the run that was kept as a base.
 *
 * @param base index of the earlier call, or {@code -1 - number} of the run's base prompt; null where nothing is shared
 * @param keep how much of the base's text it begins with
 * @param tail what comes after
 */
record PromptDelta(Integer base, int keep, String tail) {
  static final PromptDelta NOTHING = new PromptDelta(null, 0, "");

  static PromptDelta whole(String text) {
    return new PromptDelta(null, 0, text);
  }

  static PromptDelta against(int base, String baseText, String text) {
    int keep = shared(baseText, text);
    return new PromptDelta(base, keep, text.substring(keep));
  }

  PromptDelta orBetter(PromptDelta other) {
    return other.keep > keep ? other : this;
  }

  String text(String baseText) {
    return keep == 0 ? tail : baseText.substring(0, keep).concat(tail);
  }

  /** Length of the common beginning, not ending inside a surrogate pair. */
  static int shared(String first, String second) {
    int limit = Math.min(first.length(), second.length());
    int at = 0;
    // whole blocks first: comparing regions is vectorised
    for (int block = 256; at + block <= limit && first.regionMatches(at, second, at, block); ) {
      at += block;
    }
    while (at < limit && first.charAt(at) == second.charAt(at)) {
      at++;
    }
    return at > 0 && Character.isHighSurrogate(first.charAt(at - 1)) ? at - 1 : at;
  }
}
