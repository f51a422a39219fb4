/**
 * Values every extension point shares: the identity of a call, configuration, errors. Start with {@link
 * org.leibniz.api.Config} and {@link org.leibniz.api.LeibnizException}.
 */
@Export
@Version("1.0.0")
package org.leibniz.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
