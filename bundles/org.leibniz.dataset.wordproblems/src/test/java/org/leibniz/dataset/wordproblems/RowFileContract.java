package org.leibniz.dataset.wordproblems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.tck.DatasetSourceContract;

/** The contract for a form that has one row a line. */
abstract class RowFileContract extends DatasetSourceContract {
  private final String id;
  private final DatasetSource source;
  private final List<String> rows;
  private final String malformed;

  /** A source, two good rows, and one that cannot be the second. */
  RowFileContract(String id, DatasetSource source, String first, String second, String malformed) {
    this.id = id;
    this.source = source;
    this.rows = List.of(first, second);
    this.malformed = malformed;
  }

  @Override
  protected DatasetSource source() {
    return source;
  }

  @Override
  protected String id() {
    return id;
  }

  @Override
  protected Path writeGood(Path folder) throws IOException {
    return Files.write(folder.resolve("rows.jsonl"), rows);
  }

  @Override
  protected Path writeMalformed(Path folder) throws IOException {
    return Files.write(folder.resolve("rows.jsonl"), List.of(rows.getFirst(), malformed));
  }

  @Override
  protected int malformedLine() {
    return 2;
  }
}
