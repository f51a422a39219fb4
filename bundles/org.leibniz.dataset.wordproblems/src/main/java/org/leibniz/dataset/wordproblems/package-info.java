/**
 * Word problems of school arithmetic and algebra: GSM8K, GSM-Hard, SVAMP, ASDiv, MAWPS, SimulEq and NumGLUE, each in the forms
 * of its publisher and of those who evaluate on it.
 */
package org.leibniz.dataset.wordproblems;
