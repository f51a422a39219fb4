/**
 * Programs that tell what an executor of Python programs can do: ordinary ones, with the results that IPython gives for them,
 * and hostile ones, which must harm nobody but themselves. They are text files beside this package; {@link
 * org.leibniz.executor.kit.KitFile} says how such a file reads. {@link org.leibniz.executor.kit.Kit} runs them, and {@link
 * org.leibniz.executor.kit.ScoreCard} is what remains. Contract tests, {@code leibniz executors} and runs all use this kit.
 */
@Export
@Version("1.0.0")
package org.leibniz.executor.kit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
