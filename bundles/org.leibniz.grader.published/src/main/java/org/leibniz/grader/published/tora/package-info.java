/** ToRA's grader (arXiv 2309.17452; microsoft/ToRA, src/utils/parser.py and src/eval/grader.py). */
package org.leibniz.grader.published.tora;
