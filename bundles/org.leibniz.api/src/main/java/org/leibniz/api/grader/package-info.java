/**
 * Answer extraction and answer equality: {@link org.leibniz.api.grader.Grader}.
 */
@Export
@Version("1.1.0")
package org.leibniz.api.grader;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
