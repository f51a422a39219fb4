package org.leibniz.trainer.sft.internal.data;

import java.util.List;

/**
 * An example before it is tokenised.
 *
 * @param form a word that mixtures know it by, such as {@code cot}; empty for none
 * @param ended whether the end-of-sequence token still has to be put after it
 */
record ExampleText(String form, List<Stretch> stretches, boolean ended) {
  ExampleText {
    stretches = List.copyOf(stretches);
  }
}
