package org.leibniz.api.dataset;

import java.util.List;

/**
 * A benchmark read completely and checked.
 *
 * @param id the source's id, for instance {@code gsm8k}
 * @param split {@code test}, {@code train}, {@code dev} or another name of the publisher's
 * @param path where it was read from
 * @param digest SHA-256 over the bytes read, in hexadecimal
 * @param problems in file order, ids unique
 */
public record Dataset(String id, String split, String path, String digest, List<Problem> problems) {
  public Dataset {
    problems = List.copyOf(problems);
  }
}
