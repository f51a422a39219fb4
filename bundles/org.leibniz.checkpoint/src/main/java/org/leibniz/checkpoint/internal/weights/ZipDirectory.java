package org.leibniz.checkpoint.internal.weights;

import static org.leibniz.checkpoint.internal.weights.Encoding.INT;
import static org.leibniz.checkpoint.internal.weights.Encoding.SHORT;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The entries of a zip file as stretches of the mapped file. Only entries stored as they are can be given that way; PyTorch
 * writes no others, and a compressed one is refused rather than inflated. Sizes and offsets of more than 4 GB are read from
 * the zip64 fields (PKWARE's APPNOTE, sections 4.3 and 4.5.3).
 */
final class ZipDirectory {
  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final long FULL = 0xffffffffL;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final MappedFile file;

  private ZipDirectory(MappedFile file) {
    this.file = file;
  }

  static Map<String, MemorySegment> read(MappedFile file) {
    try {
      return new ZipDirectory(file).entries();
    } catch (IndexOutOfBoundsException | ArithmeticException e) {
      throw file.wrong("", "is no whole zip file: its directory points beyond its end");
    }
  }

  private Map<String, MemorySegment> entries() {
    MemorySegment bytes = file.bytes();
    long end = end();
    long at = bytes.get(INT, end + 16) & FULL;
    long count = bytes.get(SHORT, end + 10) & 0xffff;
    if (end >= 20 && (at == FULL || count == 0xffff)) {
      long end64 = bytes.get(LONG, end - 12);
      if (bytes.get(INT, end64) != END_64) {
        throw file.wrong("", "is no whole zip file: its zip64 directory is missing");
      }
      count = bytes.get(LONG, end64 + 32);
      at = bytes.get(LONG, end64 + 48);
    }
    Map<String, MemorySegment> entries = new LinkedHashMap<>();
    for (long i = 0; i < count; i++) {
      if (bytes.get(INT, at) != CENTRAL) {
        throw file.wrong("", "is no whole zip file: entry " + i + " of " + count + " is missing");
      }
      int nameLength = bytes.get(SHORT, at + 28) & 0xffff;
      int extraLength = bytes.get(SHORT, at + 30) & 0xffff;
      String name = text(at + 46, nameLength);
      if (entries.put(name, content(name, at, at + 46 + nameLength, extraLength)) != null) {
        throw file.wrong(name, "is twice in the zip file");
      }
      at += 46 + nameLength + extraLength + (bytes.get(SHORT, at + 32) & 0xffff);
    }
    return entries;
  }

  private MemorySegment content(String name, long central, long extra, int extraLength) {
    MemorySegment bytes = file.bytes();
    long packed = bytes.get(INT, central + 20) & FULL;
    long size = bytes.get(INT, central + 24) & FULL;
    long local = bytes.get(INT, central + 42) & FULL;
    for (long at = extra; at + 4 <= extra + extraLength; at += 4 + (bytes.get(SHORT, at + 2) & 0xffff)) {
      if (bytes.get(SHORT, at) == 1) {
        long field = at + 4;
        if (size == FULL) {
          size = bytes.get(LONG, field);
          field += 8;
        }
        if (packed == FULL) {
          packed = bytes.get(LONG, field);
          field += 8;
        }
        if (local == FULL) {
          local = bytes.get(LONG, field);
        }
      }
    }
    int method = bytes.get(SHORT, central + 10);
    if (method != 0 || packed != size) {
      throw file.wrong(name, "is compressed (" + packed + " bytes for " + size + "); PyTorch stores entries as they are");
    }
    if (bytes.get(INT, local) != LOCAL) {
      throw file.wrong(name, "is not where the zip file's directory says");
    }
    long data = local + 30 + (bytes.get(SHORT, local + 26) & 0xffff) + (bytes.get(SHORT, local + 28) & 0xffff);
    return bytes.asSlice(data, size);
  }

  /** The end record, before a comment of at most 65,535 bytes. */
  private long end() {
    for (long at = file.size() - 22; at >= Math.max(0, file.size() - 22 - 65_535); at--) {
      if (file.bytes().get(INT, at) == END) {
        return at;
      }
    }
    throw file.wrong("", "is no zip file; expected what torch.save writes since PyTorch 1.6");
  }

  private String text(long at, int length) {
    return new String(file.bytes().asSlice(at, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
  }
}
