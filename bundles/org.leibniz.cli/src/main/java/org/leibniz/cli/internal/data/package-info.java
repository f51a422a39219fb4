/** Datasets and checkpoints: what is there, and bringing in more. */
package org.leibniz.cli.internal.data;
