/** Program of Thoughts' grader (arXiv 2211.12588; wenhuchen/Program-of-Thoughts@850399c). */
package org.leibniz.grader.published.pot;
