package org.leibniz.store;

import java.util.List;

/** Columns and rows of a free query; values are texts, numbers, booleans or null. */
public record SqlResult(List<String> columns, List<List<Object>> rows) {}
