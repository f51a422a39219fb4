package org.leibniz.trainer.sft.internal;

import org.leibniz.trainer.sft.internal.data.Mixture;
import org.leibniz.trainer.sft.internal.network.Parameters;

/** A training after some steps: all that the steps after it depend on. */
record Progress(long step, Parameters parameters, Mixture.Position position) {}
