/** Training models. */
package org.leibniz.cli.internal.train;
