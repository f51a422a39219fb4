/** WizardMath's graders (arXiv 2308.09583; nlpxucan/WizardLM, WizardMath/inference: gsm8k_inference.py, MATH_inference.py, util.py, grader.py). */
package org.leibniz.grader.published.wizardmath;
