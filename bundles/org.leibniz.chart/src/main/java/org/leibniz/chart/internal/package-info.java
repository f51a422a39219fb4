/** How charts are laid out and drawn with JFreeChart; not exported. */
package org.leibniz.chart.internal;
