/** Datasets: what is there, and bringing in more. */
package org.leibniz.cli.internal.data;
