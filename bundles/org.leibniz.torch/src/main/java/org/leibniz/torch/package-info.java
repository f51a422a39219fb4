/**
 * PyTorch as DJL brings it, for bundles that run models or train them: the engine's start ({@link org.leibniz.torch.Torch})
 * and TorchScript that is written in Java ({@link org.leibniz.torch.ScriptArchive}).
 */
@Export
@Version("1.0.0")
package org.leibniz.torch;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
