/** Numbers in text as the papers' Python programs read and write them. */
package org.leibniz.grader.published.number;
