package org.leibniz.model.djl.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Decides how much of a growing text is certain: whole characters, before anything that may become a stop string. */
final class Release {
  private final List<byte[]> stops;
  private int released;

  Release(List<String> stops) {
    this.stops = stops.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /** What can be told of {@code all} beyond what was told before. */
  String next(byte[] all) {
    int end = all.length;
    for (byte[] stop : stops) {
      end = Math.min(end, all.length - overlap(all, stop));
    }
    return upTo(all, beforeBrokenCharacter(all, end));
  }

  /** What is left of a text that has ended before byte {@code end}. */
  String last(byte[] all, int end) {
    return upTo(all, end);
  }

  private String upTo(byte[] all, int end) {
    if (end <= released) {
      return "";
    }
    String text = new String(all, released, end - released, StandardCharsets.UTF_8);
    released = end;
    return text;
  }

  /** Length of the longest end of {@code all} that {@code stop} begins with. */
  private static int overlap(byte[] all, byte[] stop) {
    for (int length = Math.min(all.length, stop.length - 1); length > 0; length--) {
      if (Arrays.equals(all, all.length - length, all.length, stop, 0, length)) {
        return length;
      }
    }
    return 0;
  }

  /** {@code end}, or the start of the character that lacks bytes there. */
  private static int beforeBrokenCharacter(byte[] all, int end) {
    int start = end - 1;
    while (start >= 0 && start > end - 4 && (all[start] & 0xc0) == 0x80) {
      start--;
    }
    if (start < 0) {
      return end;
    }
    int lead = all[start] & 0xff;
    int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
    return start + length > end ? start : end;
  }
}
