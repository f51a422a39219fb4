/**
 * Checkpoints of language models as users have them: Hugging Face folders with safetensors or PyTorch files, and GGUF files.
 * Everything is checked before memory is taken, and nothing from a file is ever run. Start with {@link
 * org.leibniz.checkpoint.Checkpoint}.
 */
@Export
@Version("1.0.0")
package org.leibniz.checkpoint;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
