/**
 * Supervised fine-tuning: {@link org.leibniz.trainer.sft.internal.SftTrainer} takes steps, {@code data} decides what is in
 * them, {@code network} computes gradients and updates.
 */
package org.leibniz.trainer.sft.internal;
