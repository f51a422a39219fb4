package org.leibniz.store.internal;

/** One line of a grading's summary. */
record SummaryKey(long grading, String subject, int level, String outcome) {}
