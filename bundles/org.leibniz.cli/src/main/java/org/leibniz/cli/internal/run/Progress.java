package org.leibniz.cli.internal.run;

/** What a progress view shows. Thread-safe. */
interface Progress {
  /** What goes on now. */
  String current();

  long total();

  long done();

  /** Of {@link #done}, those that ended since the view was opened; the pace follows them. */
  long committedHere();

  /** NaN where nothing is graded yet. */
  double accuracy();

  /** The next remark that was not shown yet, or null. */
  default String pollRemark() {
    return null;
  }
}
