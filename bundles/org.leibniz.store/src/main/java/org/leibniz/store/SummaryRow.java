package org.leibniz.store;

import org.leibniz.api.grader.Outcome;

/** How many samples of a subject and level have an outcome. */
public record SummaryRow(String subject, int level, Outcome outcome, long n) {}
