package org.leibniz.checkpoint.internal.weights;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leibniz.checkpoint.Shape;
import org.leibniz.checkpoint.StoredTensor;
import org.leibniz.checkpoint.internal.JsonFile;

/**
 * Reads a safetensors file: eight bytes with the header's length, a JSON header, and the tensors' bytes, which the header's
 * offsets cover without gaps or overlaps.
 */
final class SafetensorsFile {
  private static final long MOST_HEADER_BYTES = 100_000_000;

  private record Entry(String name, Encoding encoding, Shape shape, long begin, long end) {}

  private final MappedFile file;

  private SafetensorsFile(MappedFile file) {
    this.file = file;
  }

  static Map<String, StoredTensor> read(Path path) {
    return new SafetensorsFile(MappedFile.open(path)).read();
  }

  private Map<String, StoredTensor> read() {
    if (file.size() < 8) {
      throw file.wrong("", "has " + file.size() + " bytes; expected a safetensors header");
    }
    long length = file.bytes().get(ValueLayout.JAVA_LONG_UNALIGNED, 0);
    if (length < 2 || length > Math.min(file.size() - 8, MOST_HEADER_BYTES)) {
      throw file.wrong("header", "is said to be " + Long.toUnsignedString(length) + " bytes long; the file has " + file.size());
    }
    byte[] header = file.bytes().asSlice(8, length).toArray(ValueLayout.JAVA_BYTE);
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : JsonFile.object(file.path(), "header", header).properties()) {
      if (!field.getKey().equals("__metadata__")) {
        entries.add(entry(field.getKey(), field.getValue()));
      }
    }
    long data = 8 + length;
    checkCover(entries, file.size() - data);
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (Entry entry : entries) {
      var bytes = file.bytes().asSlice(data + entry.begin, entry.end - entry.begin);
      tensors.put(entry.name, new DenseTensor(entry.name, entry.shape, entry.encoding, bytes));
    }
    return tensors;
  }

  private Entry entry(String name, JsonNode node) {
    Encoding encoding =
        switch (node.path("dtype").asText()) {
          case "F64" -> Encoding.F64;
          case "F32" -> Encoding.F32;
          case "F16" -> Encoding.F16;
          case "BF16" -> Encoding.BF16;
          default -> throw file.wrong(name, "has dtype " + node.path("dtype") + "; expected F64, F32, F16 or BF16");
        };
    JsonNode offsets = node.path("data_offsets");
    if (offsets.size() != 2 || !offsets.get(0).isIntegralNumber() || !offsets.get(1).canConvertToLong()) {
      throw file.wrong(name, "has data_offsets " + offsets + "; expected its first byte and the one after its last");
    }
    Shape shape = shape(name, node.path("shape"));
    long begin = offsets.get(0).asLong();
    long end = offsets.get(1).asLong();
    if (begin < 0 || end < begin) {
      throw file.wrong(name, "begins at byte " + begin + " and ends at " + end);
    }
    long expected = Tensors.bytes(file, name, shape, encoding);
    if (end - begin != expected) {
      throw file.wrong(name, "has " + (end - begin) + " bytes; its shape " + shape + " in " + encoding + " needs " + expected);
    }
    return new Entry(name, encoding, shape, begin, end);
  }

  private Shape shape(String name, JsonNode node) {
    List<Long> sizes = new ArrayList<>();
    if (!node.isArray()) {
      throw file.wrong(name, "has no shape");
    }
    for (JsonNode size : node) {
      if (!size.canConvertToLong() || size.asLong() < 0) {
        throw file.wrong(name, "has shape " + node + "; expected whole numbers from 0");
      }
      sizes.add(size.asLong());
    }
    return new Shape(sizes);
  }

  private void checkCover(List<Entry> entries, long size) {
    List<Entry> ordered = entries.stream().sorted(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end)).toList();
    long at = 0;
    String before = "the header";
    for (Entry entry : ordered) {
      if (entry.end > size) {
        throw file.wrong(entry.name, "ends at byte " + entry.end + " of the data; the file has " + size + ": it is cut or damaged");
      }
      if (entry.begin != at) {
        throw file.wrong(
            entry.name,
            "begins at byte " + entry.begin + " where " + before + " ends at " + at
                + "; tensors must follow one another without overlap or gap");
      }
      at = entry.end;
      before = entry.name;
    }
    if (at != size) {
      throw file.wrong("", "has " + (size - at) + " bytes after its last tensor that belong to none");
    }
  }
}
