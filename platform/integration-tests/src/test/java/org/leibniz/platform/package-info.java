/**
 * Tests of the assembled platform. {@link org.leibniz.platform.BootedPlatform} boots it in this process, {@link
 * org.leibniz.platform.TestBundle} makes bundles for it. Subpackages are not tests: they go into those bundles.
 */
package org.leibniz.platform;
