/** Opening checkpoints; the readers of each format are in packages of their own. */
package org.leibniz.checkpoint.internal;
