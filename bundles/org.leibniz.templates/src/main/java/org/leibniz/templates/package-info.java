/**
 * Problem templates: readable files that give a question in many wordings with its answer, rationale, program and
 * interleaved transcript, and the generator that draws training and test data from them. Start reading at {@link
 * org.leibniz.templates.Template} and {@link org.leibniz.templates.Generator}.
 */
@Export
@Version("1.0.0")
package org.leibniz.templates;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
