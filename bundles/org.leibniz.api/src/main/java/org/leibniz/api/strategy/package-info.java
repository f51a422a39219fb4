/**
 * Ways of reasoning: a {@link org.leibniz.api.strategy.DecodingStrategy} solves one problem through a {@link
 * org.leibniz.api.strategy.Session}.
 */
@Export
@Version("1.0.0")
package org.leibniz.api.strategy;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
