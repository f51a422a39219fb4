package org.leibniz.checkpoint.internal.weights;

import static org.leibniz.checkpoint.internal.weights.Encoding.INT;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leibniz.api.LeibnizException;
import org.leibniz.checkpoint.Shape;
import org.leibniz.checkpoint.StoredTensor;

/**
 * A GGUF file (versions 2 and 3, little endian): metadata and tensors by the file's own names. Dimensions are stored fastest
 * first and given slowest first. Counts are never trusted: each entry is read from what is left of the file.
 */
public final class GgufFile {
  private static final int MAGIC = 0x46554747;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final int MOST_DIMENSIONS = 4;
  private static final int MOST_TEXT_BYTES = 16 << 20;
  private static final Map<Integer, Encoding> ENCODINGS =
      Map.ofEntries(
          Map.entry(0, Encoding.F32),
          Map.entry(1, Encoding.F16),
          Map.entry(2, Encoding.Q4_0),
          Map.entry(3, Encoding.Q4_1),
          Map.entry(6, Encoding.Q5_0),
          Map.entry(7, Encoding.Q5_1),
          Map.entry(8, Encoding.Q8_0),
          Map.entry(12, Encoding.Q4_K),
          Map.entry(13, Encoding.Q5_K),
          Map.entry(14, Encoding.Q6_K),
          Map.entry(28, Encoding.F64),
          Map.entry(30, Encoding.BF16));

  private record Description(String name, Shape shape, Encoding encoding, long offset) {}

  private final MappedFile file;
  private final Map<String, Object> metadata = new LinkedHashMap<>();
  private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
  private long at;

  private GgufFile(MappedFile file) {
    this.file = file;
  }

  public static GgufFile read(Path path) {
    GgufFile gguf = new GgufFile(MappedFile.open(path));
    gguf.read();
    return gguf;
  }

  public Path path() {
    return file.path();
  }

  public long size() {
    return file.size();
  }

  /** Values by key: {@code Long}, {@code Double}, {@code Boolean}, {@code String}, or a list of one of them. */
  public Map<String, Object> metadata() {
    return metadata;
  }

  public Map<String, StoredTensor> tensors() {
    return tensors;
  }

  public LeibnizException wrong(String part, String problem) {
    return file.wrong(part, problem);
  }

  private void read() {
    if (file.size() < 24 || number() != MAGIC) {
      throw file.wrong("", "is no GGUF file");
    }
    int version = number();
    if (version != 2 && version != 3) {
      throw file.wrong("", "is GGUF version " + version + "; expected 2 or 3");
    }
    long tensorCount = longNumber();
    long metadataCount = longNumber();
    // A tensor's description takes at least 24 bytes and an entry of metadata at least 13.
    atMost("tensors", tensorCount, file.size() / 24);
    atMost("metadata entries", metadataCount, file.size() / 13);
    for (long i = 0; i < metadataCount; i++) {
      String key = text("metadata key " + i);
      metadata.put(key, value(key, number()));
    }
    List<Description> descriptions = new ArrayList<>();
    for (long i = 0; i < tensorCount; i++) {
      descriptions.add(description(i));
    }
    long alignment = metadata.get("general.alignment") instanceof Long given ? given : 32;
    if (alignment < 1 || alignment > 1 << 20) {
      throw file.wrong("general.alignment", "is " + alignment);
    }
    long data = Math.ceilDiv(at, alignment) * alignment;
    for (Description one : descriptions) {
      long bytes = Tensors.bytes(file, one.name, one.shape, one.encoding);
      if (one.offset < 0 || one.offset > file.size() - data - bytes) {
        throw file.wrong(
            one.name,
            "of shape " + one.shape + " in " + one.encoding + " needs bytes " + Long.toUnsignedString(one.offset) + " to "
                + Long.toUnsignedString(one.offset + bytes) + " of the data; the file has " + Math.max(0, file.size() - data)
                + ": it is cut or damaged");
      }
      MemorySegment content = file.bytes().asSlice(data + one.offset, bytes);
      if (tensors.put(one.name, new DenseTensor(one.name, one.shape, one.encoding, content)) != null) {
        throw file.wrong(one.name, "is there twice");
      }
    }
  }

  private Description description(long index) {
    String name = text("name of tensor " + index);
    int dimensions = number();
    if (dimensions < 0 || dimensions > MOST_DIMENSIONS) {
      throw file.wrong(name, "has " + Integer.toUnsignedString(dimensions) + " dimensions; expected at most " + MOST_DIMENSIONS);
    }
    List<Long> sizes = new ArrayList<>();
    for (int d = 0; d < dimensions; d++) {
      sizes.addFirst(longNumber());
    }
    int type = number();
    Encoding encoding = ENCODINGS.get(type);
    if (encoding == null) {
      throw file.wrong(name, "has tensor type " + Integer.toUnsignedString(type) + "; expected one of " + names());
    }
    return new Description(name, new Shape(sizes), encoding, longNumber());
  }

  private static String names() {
    return String.join(", ", ENCODINGS.values().stream().map(Enum::name).sorted().toList());
  }

  private Object value(String key, int type) {
    return switch (type) {
      case 0 -> (long) (file.bytes().get(Encoding.BYTE, take(key, 1)) & 0xff);
      case 1 -> (long) file.bytes().get(Encoding.BYTE, take(key, 1));
      case 2 -> (long) (file.bytes().get(Encoding.SHORT, take(key, 2)) & 0xffff);
      case 3 -> (long) file.bytes().get(Encoding.SHORT, take(key, 2));
      case 4 -> file.bytes().get(INT, take(key, 4)) & 0xffffffffL;
      case 5 -> (long) file.bytes().get(INT, take(key, 4));
      case 6 -> (double) file.bytes().get(Encoding.FLOAT, take(key, 4));
      case 7 -> file.bytes().get(Encoding.BYTE, take(key, 1)) != 0;
      case 8 -> text(key);
      case 9 -> array(key);
      case 10, 11 -> file.bytes().get(LONG, take(key, 8));
      case 12 -> file.bytes().get(Encoding.DOUBLE, take(key, 8));
      default -> throw file.wrong(key, "has value type " + Integer.toUnsignedString(type) + ", which does not exist");
    };
  }

  private List<Object> array(String key) {
    int type = number();
    long count = longNumber();
    atMost("elements of " + key, count, file.size() - at);
    if (type == 9) {
      throw file.wrong(key, "is a list of lists");
    }
    List<Object> values = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      values.add(value(key, type));
    }
    return values;
  }

  private void atMost(String what, long count, long most) {
    if (count < 0 || count > most) {
      throw file.wrong("", "announces " + Long.toUnsignedString(count) + " " + what + "; its " + file.size() + " bytes have room for at most " + Math.max(0, most));
    }
  }

  private String text(String what) {
    long length = longNumber();
    if (length < 0 || length > Math.min(file.size() - at, MOST_TEXT_BYTES)) {
      throw file.wrong(what, "is said to be " + Long.toUnsignedString(length) + " bytes long; the file has " + (file.size() - at) + " left");
    }
    byte[] bytes = file.bytes().asSlice(take(what, length), length).toArray(ValueLayout.JAVA_BYTE);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private int number() {
    return file.bytes().get(INT, take("header", 4));
  }

  private long longNumber() {
    return file.bytes().get(LONG, take("header", 8));
  }

  /** Moves on by {@code bytes} and returns where they begin. */
  private long take(String what, long bytes) {
    if (bytes > file.size() - at) {
      throw file.wrong(what, "the file ends in the middle of it");
    }
    long from = at;
    at += bytes;
    return from;
  }
}
