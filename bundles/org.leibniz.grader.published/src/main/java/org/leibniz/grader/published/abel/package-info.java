/** Abel's grader (GAIR-NLP/abel@1cd3c10, evaluation/inference.py). */
package org.leibniz.grader.published.abel;
