/**
 * Language models: a {@link org.leibniz.api.model.ModelBackend} opens a {@link org.leibniz.api.model.Model}, which
 * completes prompts. Batching happens inside the backend.
 */
@Export
@Version("1.0.0")
package org.leibniz.api.model;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
