/** Minerva's treatment of final answers (Lewkowycz et al. 2022, arXiv 2206.14858, appendix D.1), which Abel and GSM-Plus use too. */
package org.leibniz.grader.published.minerva;
