package org.leibniz.dataset.rows;

/** How much a dataset may ask for before it is refused, so that no file can exhaust memory. */
public final class Limits {
  /** Bytes of one line, uncompressed; a JSON array written on one line counts as one. */
  public static final int LINE_BYTES = 64 << 20;

  /** Bytes of one file, uncompressed. */
  public static final long FILE_BYTES = 1L << 30;

  /** JSON values within one row. */
  public static final int ROW_VALUES = 1_000_000;

  /** Depth of nested JSON lists and objects. */
  public static final int DEPTH = 64;

  /** Problems of one dataset. */
  public static final int PROBLEMS = 2_000_000;

  /** Files of one dataset. */
  public static final int FILES = 200_000;

  /** Characters of a publisher's id. */
  public static final int ID_LENGTH = 200;

  private Limits() {}
}
