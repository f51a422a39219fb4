package org.leibniz.plugins;

import org.leibniz.api.plugin.Descriptor;

/**
 * One row of {@code leibniz plugins}.
 *
 * @param bundle symbolic name of its bundle
 * @param digest SHA-256 of its bundle's bytes, in hexadecimal
 * @param builtIn whether it belongs to the distribution, so that it can be disabled but not removed
 * @param why one line: why it is not active; empty where it is
 */
public record InstalledPlugin(
    Descriptor descriptor, String bundle, String digest, boolean builtIn, State state, String why) {
  /** Whether it can be used. */
  public enum State {
    ACTIVE,
    DISABLED,
    /** Its bundle or component lacks something. */
    UNSATISFIED,
    /** It threw while it was started or does not keep the contract. */
    FAILED
  }
}
