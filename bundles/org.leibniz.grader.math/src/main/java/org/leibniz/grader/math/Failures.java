package org.leibniz.grader.math;

import java.util.regex.Pattern;

/** Recognises what an interpreter prints when a program fails: its numbers are line numbers, never answers. */
final class Failures {
  private static final Pattern REPORT = Pattern.compile("(?m)^[ \\t]{0,40}(?:[A-Za-z_.]{0,60}(?:Error|Exception|Timeout)\\b|Traceback \\(most recent)");

  private Failures() {}

  static boolean is(String text) {
    return REPORT.matcher(text.length() > 20_000 ? text.substring(text.length() - 20_000) : text).find();
  }
}
