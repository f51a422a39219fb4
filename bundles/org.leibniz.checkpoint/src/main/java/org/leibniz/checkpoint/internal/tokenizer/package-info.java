/** Byte-pair encoding and what surrounds it, built from tokenizer.json or from GGUF metadata. */
package org.leibniz.checkpoint.internal.tokenizer;
