/**
 * Decoders of the Llama family on DJL's PyTorch engine. {@link org.leibniz.model.djl.internal.DecoderScript} writes the model
 * as TorchScript, {@link org.leibniz.model.djl.internal.Network} evaluates it, {@link org.leibniz.model.djl.internal.Batcher}
 * decides what is evaluated together, and {@link org.leibniz.model.djl.internal.DjlModel} is what strategies call.
 */
package org.leibniz.model.djl.internal;
