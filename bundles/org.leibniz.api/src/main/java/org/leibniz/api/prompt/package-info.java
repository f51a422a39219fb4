/**
 * Prompts in readable files: {@link org.leibniz.api.prompt.PromptTemplate}.
 */
@Export
@Version("1.0.0")
package org.leibniz.api.prompt;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
