/** From text to token ids and back, as a checkpoint's own tokenizer does it: {@link org.leibniz.checkpoint.tokenizer.Tokenizer}. */
@Export
@Version("1.0.0")
package org.leibniz.checkpoint.tokenizer;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
