/**
 * Checkpoints as Hugging Face's libraries write them: {@link org.leibniz.checkpoint.write.CheckpointWriter} makes a folder of
 * an architecture, its weights and a tokenizer; {@link org.leibniz.checkpoint.write.BytePairTraining} makes a tokenizer of text.
 */
@Export
@Version("1.0.0")
package org.leibniz.checkpoint.write;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
