package org.leibniz.api.executor;

/**
 * A session that keeps its state between blocks. Used by one thread at a time; the opener closes it.
 */
public interface Notebook extends AutoCloseable {
  /**
   * Runs a block. Blocks until it ended or was killed at its limit; after a kill the state is lost and later blocks start
   * afresh. A failing program is a result, never an exception.
   */
  Execution run(String code);

  @Override
  void close();
}
