package org.leibniz.api.dataset;

import org.leibniz.api.Config;

/**
 * Reads one benchmark in every form it was published in. Instances are stateless; {@code open} may be called from many
 * threads.
 */
public interface DatasetSource {
  /**
   * Reads all problems, or none: a malformed row throws a {@code LeibnizException} with code {@code BAD_INPUT} that names
   * file, line, field and expectation.
   *
   * @param config {@code path} (a file or a folder) and the source's own keys
   */
  Dataset open(Config config);
}
