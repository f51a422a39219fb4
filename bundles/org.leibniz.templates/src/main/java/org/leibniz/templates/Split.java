package org.leibniz.templates;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Training or test. Which numbers belong to which is told by a hash of them and the template, never by a seed: two data
 * sets drawn with different seeds do not overlap across splits either.
 */
public enum Split {
  TRAIN,
  TEST;

  /** One combination of numbers in so many is held out for the test. */
  private static final int HELD_OUT = 8;

  /** The split that a combination of numbers belongs to, whatever their order and signs. */
  static Split of(String template, List<Long> numbers) {
    try {
      byte[] text = (template + "\n" + numbers).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return (digest[0] & 0xff) % HELD_OUT == 0 ? TEST : TRAIN;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
