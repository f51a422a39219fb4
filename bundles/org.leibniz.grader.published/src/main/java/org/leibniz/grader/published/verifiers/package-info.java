/** The grader of the GSM8K verifiers' published solutions (arXiv 2110.14168; openai/grade-school-math). */
package org.leibniz.grader.published.verifiers;
