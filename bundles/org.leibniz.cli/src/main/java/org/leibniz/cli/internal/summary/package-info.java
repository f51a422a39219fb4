/** What is counted of a run and how sure the counts are. */
package org.leibniz.cli.internal.summary;
