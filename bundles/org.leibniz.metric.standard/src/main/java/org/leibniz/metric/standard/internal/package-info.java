/**
 * The metrics that come with Leibniz. Each is one component; what they share is {@link
 * org.leibniz.metric.standard.internal.PerProblem}.
 */
package org.leibniz.metric.standard.internal;
