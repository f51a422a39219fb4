package org.leibniz.trainer.sft.internal.data;

/**
 * An example in tokens.
 *
 * @param learnt whether the model learns to write the token at that place, given those before it
 */
record Example(String form, int[] tokens, boolean[] learnt) {
  int length() {
    return tokens.length;
  }
}
