/** Parameters in native memory, their gradients and their updates: {@link org.leibniz.trainer.sft.internal.network.TrainedNetwork}. */
package org.leibniz.trainer.sft.internal.network;
