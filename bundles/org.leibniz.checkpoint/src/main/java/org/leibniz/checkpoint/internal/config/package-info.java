/** From config.json or GGUF metadata to an architecture, and the tensors an architecture consists of. */
package org.leibniz.checkpoint.internal.config;
