/** Chat templates of checkpoints, run within a budget: {@link org.leibniz.checkpoint.chat.ChatTemplate}. */
@Export
@Version("1.0.0")
package org.leibniz.checkpoint.chat;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
