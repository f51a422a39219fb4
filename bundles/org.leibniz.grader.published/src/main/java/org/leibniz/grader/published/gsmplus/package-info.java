/** The graders of the outputs published with GSM-Plus (arXiv 2402.19255; qtli/GSM-Plus, scripts/utils/extract_ans.py). */
package org.leibniz.grader.published.gsmplus;
