/** Readers of weight files: safetensors, PyTorch's zip of a pickle, GGUF. All of them map files and check before they read. */
package org.leibniz.checkpoint.internal.weights;
