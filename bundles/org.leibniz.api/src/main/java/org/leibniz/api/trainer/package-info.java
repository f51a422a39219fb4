/**
 * Training models: a {@link org.leibniz.api.trainer.Trainer} turns data into a checkpoint and tells a {@link
 * org.leibniz.api.trainer.TrainingListener} how it goes.
 */
@Export
@Version("1.0.0")
package org.leibniz.api.trainer;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
