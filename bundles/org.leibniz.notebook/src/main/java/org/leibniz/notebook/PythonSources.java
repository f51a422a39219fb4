package org.leibniz.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The notebook's Python files, evaluated in this order in one namespace, which no program's namespace is. */
public final class PythonSources {
  public static final List<String> FILES =
      List.of("streams.py", "standins.py", "cells.py", "pretty.py", "traceback_text.py", "notebook.py");

  private PythonSources() {}

  /** The text of one of {@link #FILES}. */
  public static String text(String file) {
    try (InputStream in = PythonSources.class.getResourceAsStream("python/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
